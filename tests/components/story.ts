// A small story for tests and the gallery, with something of everything.
import * as v from 'valibot';
import { type Story, type StoryInput, StorySchema, type Text } from '../../stories/format.ts';
import { cardStory } from '../../stories/story.ts';

type Figure = NonNullable<StoryInput['figures']>[number];

const text = (en: string, es: string): Text => ({ en, es });

const person = (id: string, name: string, en: string, es: string, rest: Partial<Figure> = {}): Figure => ({
  id,
  kind: 'person',
  name: text(name, name),
  role: text(en, es),
  asOf: '2026-01-08',
  ...rest,
});

const input: StoryInput = {
  format: 'dramatis-story/1',
  id: 'test',
  title: text('From threats to an invitation', 'De las amenazas a una invitación'),
  asOf: '2026-01-08',
  sources: [
    {
      id: 'a',
      description: text('an article on Trump and Petro', 'un artículo sobre Trump y Petro'),
      language: 'en',
      paragraphs: [1, 5, 4, 4, 4, 5, 5],
    },
  ],
  summary: [
    {
      text: text(
        'After days of threats, Trump and Petro spoke by telephone and agreed to meet.',
        'Tras días de amenazas, Trump y Petro hablaron por teléfono y acordaron reunirse.',
      ),
      cites: ['a:1.1', 'a:1.2'],
    },
    {
      text: text(
        'Petro will also receive Delcy Rodríguez in Bogotá, with a view to Venezuela’s crisis.',
        'Petro recibirá además a Delcy Rodríguez en Bogotá por la crisis de Venezuela.',
      ),
      cites: ['a:4.2'],
    },
  ],
  figures: [
    person('trump', 'Donald Trump', 'President of the United States', 'Presidente de los Estados Unidos', {
      unknown: [
        text('Whether the threats against Rodríguez were repeated.', 'Si repitió las amenazas contra Rodríguez.'),
      ],
    }),
    person('petro', 'Gustavo Petro', 'President of Colombia', 'Presidente de Colombia'),
    person('rodriguez', 'Delcy Rodríguez', 'Interim president of Venezuela', 'Presidenta interina de Venezuela'),
    person('flores', 'Cilia Flores', 'Wife of Nicolás Maduro', 'Esposa de Nicolás Maduro', {
      editorial: text('Her name comes from outside the article.', 'Su nombre no está en el artículo.'),
    }),
    {
      id: 'colombia',
      kind: 'place',
      name: text('Colombia', 'Colombia'),
      role: text('The country that Petro leads', 'El país que gobierna Petro'),
      asOf: '2026-01-08',
    },
    {
      id: 'truth-social',
      kind: 'organization',
      name: text('Truth Social', 'Truth Social'),
      role: text('The network on which Trump announced the call', 'La red en la que Trump anunció la llamada'),
      asOf: '2026-01-08',
    },
    {
      id: 'drug-cartels',
      kind: 'group',
      name: text('Drug cartels', 'Cárteles de la droga'),
      role: text('With which Trump linked Petro', 'Con los que Trump vinculó a Petro'),
      asOf: '2026-01-08',
      unmarked: true,
    },
  ],
  statements: [
    {
      id: 's1',
      text: text(
        'Trump made it known on Truth Social that he had talked with Petro and meant to see him soon.',
        'Trump hizo saber en Truth Social que había hablado con Petro y que pensaba verlo pronto.',
      ),
      cites: ['a:1.2'],
      mode: 'reported',
      figures: ['trump', 'petro', 'truth-social'],
      weight: 3,
      event: 'post',
    },
    {
      id: 's2',
      text: text(
        'Petro said on Monday that Colombia would take up arms if the United States attacked it.',
        'Petro dijo el lunes que Colombia tomaría las armas si Estados Unidos la atacaba.',
      ),
      cites: ['a:3.1'],
      mode: 'said',
      by: 'petro',
      figures: ['petro', 'colombia'],
      weight: 3,
      event: 'arms',
    },
    {
      id: 's3',
      text: text(
        'Colombia is seeking the part of mediator in Venezuela’s crisis.',
        'Colombia busca el papel de mediadora en la crisis venezolana.',
      ),
      cites: ['a:4.4'],
      mode: 'analysis',
      figures: ['colombia', 'petro'],
      weight: 2,
    },
    {
      id: 's4',
      text: text(
        'Trump warned Rodríguez of worse than befell Maduro unless she met American demands on order and oil.',
        'Trump advirtió a Rodríguez de algo peor que lo de Maduro si no cumplía las exigencias sobre orden y petróleo.',
      ),
      cites: ['a:6.1'],
      mode: 'said',
      by: 'trump',
      figures: ['trump', 'rodriguez'],
      weight: 3,
    },
    {
      id: 's5',
      text: text('Trump linked Petro with the drug cartels.', 'Trump vinculó a Petro con los cárteles de la droga.'),
      cites: ['a:2.2'],
      mode: 'said',
      by: 'trump',
      figures: ['trump', 'petro', 'drug-cartels'],
      weight: 2,
      event: 'remarks',
    },
    {
      id: 's6',
      text: text('Maduro and his wife were captured.', 'Maduro y su esposa fueron capturados.'),
      cites: ['a:2.2'],
      mode: 'ours',
      figures: ['flores'],
      weight: 1,
      event: 'capture',
    },
  ],
  quotations: [
    {
      id: 'q1',
      words: text('appreciated his call and tone.', 'agradeció su llamada y su tono.'),
      by: 'trump',
      to: text('on Truth Social', 'en Truth Social'),
      about: ['petro'],
      cite: 'a:1.3',
      medium: text('Truth Social', 'Truth Social'),
    },
    {
      id: 'q2',
      words: text('take up arms', 'tomar las armas'),
      by: 'petro',
      to: text('on Monday', 'el lunes'),
      about: ['colombia'],
      cite: 'a:3.1',
    },
  ],
  events: [
    {
      id: 'capture',
      title: text('US operation in Venezuela', 'Operación de EE. UU. en Venezuela'),
      date: '2026-01-03',
      dateIsEditorial: true,
      when: text('days before', 'días antes'),
      figures: ['flores', 'trump'],
      cites: ['a:2.2'],
    },
    {
      id: 'remarks',
      title: text('Trump’s remarks on Petro', 'Comentarios de Trump sobre Petro'),
      date: null,
      when: text('the weekend', 'el fin de semana'),
      figures: ['trump', 'petro', 'colombia', 'drug-cartels'],
      cites: ['a:2.2'],
    },
    {
      id: 'arms',
      title: text('Petro’s warning', 'Advertencia de Petro'),
      date: null,
      when: text('Monday', 'lunes'),
      figures: ['petro', 'colombia'],
      cites: ['a:3.1'],
    },
    {
      id: 'post',
      title: text('The call and the post', 'La llamada y el mensaje'),
      date: '2026-01-07',
      dateIsEditorial: true,
      when: text('after the call', 'tras la llamada'),
      figures: ['trump', 'petro', 'truth-social'],
      cites: ['a:1.2'],
    },
    {
      id: 'visit',
      title: text('Petro at the White House', 'Petro en la Casa Blanca'),
      date: null,
      when: text('planned', 'previsto'),
      planned: true,
      figures: ['trump', 'petro'],
      cites: ['a:1.5'],
    },
  ],
  relations: [
    {
      id: 'trump-petro',
      between: ['trump', 'petro'],
      label: text('adversaries who talk', 'adversarios que hablan'),
      course: [
        { text: text('threats', 'amenazas'), cites: ['a:2.2'], event: 'remarks' },
        { text: text('call', 'llamada'), cites: ['a:1.2'], event: 'post' },
        { text: text('invitation', 'invitación'), cites: ['a:1.5'], event: 'visit' },
      ],
    },
    {
      id: 'trump-rodriguez',
      between: ['trump', 'rodriguez'],
      label: text('under pressure', 'bajo presión'),
      course: [{ text: text('warning', 'advertencia'), cites: ['a:6.1'] }],
    },
    {
      id: 'petro-rodriguez',
      between: ['petro', 'rodriguez'],
      label: text('to meet', 'por reunirse'),
      course: [{ text: text('planned meeting', 'reunión prevista'), cites: ['a:4.2'] }],
    },
  ],
  open: [
    { id: 'o1', text: text('Whether the thaw will last.', 'Si el deshielo durará.'), cites: ['a:6.4'] },
    {
      id: 'o2',
      text: text('When the meeting will take place.', 'Cuándo será la reunión.'),
      cites: [],
      unknownToDataset: true,
    },
  ],
};

export const story: Story = v.parse(StorySchema, input);

/** The same as cards have it. */
export const card = cardStory(story);
