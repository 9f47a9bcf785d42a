// Whole names taken apart: which word is the given name and which the surname.
import { describe, expect, it } from 'vitest';
import { namePartsOf, surnameWordsOf } from '../../stories/name-parts.ts';

const GIVEN = new Set(['juan', 'manuel', 'luis', 'viktor', 'emmanuel', 'kim', 'john', 'fumio']);
const isGiven = (word: string) => GIVEN.has(word);
const partsIn = (language: string, name: string) => {
  const { given, middle, surname, after } = namePartsOf(name, { language, isGiven });
  return [given, middle, surname, after].map((list) => list.join('+')).join(' / ');
};

describe('a whole name', () => {
  it.each([
    ['en', 'Ada Wexcombe', 'Ada /  / Wexcombe / '],
    ['en', 'Ada Mary Wexcombe', 'Ada / Mary / Wexcombe / '],
    ['en', 'J.K. Rowling', 'J / K / Rowling / '],
    ['en', 'Robert F. Kennedy, Jr.', 'Robert / F / Kennedy / Jr'],
    ['en', 'William “Bill” Harte III', 'William /  / Harte / III'],
    ['en', 'Ursula von der Leyen', 'Ursula /  / von der Leyen / '],
    ['en', 'Robert De Niro', 'Robert /  / De Niro / '],
    ['pt', 'Luiz Inácio Lula da Silva', 'Luiz / Inácio+Lula / da Silva / '],
    ['ar', 'Mohammed bin Salman Al Saud', 'Mohammed /  / bin Salman / Al+Saud'],
    ['en', 'Abdel Fattah al-Sisi', 'Abdel / Fattah / al-Sisi / '],
    ['es', 'Gustavo Petro Urrego', 'Gustavo /  / Petro / Urrego'],
    ['es', 'Juan Manuel Santos', 'Juan / Manuel / Santos / '],
    ['es', 'Juan Manuel Santos Calderón', 'Juan / Manuel / Santos / Calderón'],
    ['es', 'José Ortega y Gasset', 'José /  / Ortega y Gasset / '],
    ['en', 'Alexandria Ocasio-Cortez', 'Alexandria /  / Ocasio-Cortez / '],
    ['en', 'Xi Jinping', 'Jinping /  / Xi / Jinping'],
    ['en', 'Kim Jong Un', 'Un / Jong / Kim / Jong+Un'],
    ['en', 'Moon Jae-in', 'in / Jae / Moon / Jae+in'],
    ['en', 'Kim Kardashian', 'Kim /  / Kardashian / '],
    ['hu', 'Orbán Viktor', 'Viktor /  / Orbán / Viktor'],
    ['hu', 'Emmanuel Macron', 'Emmanuel /  / Macron / '],
    ['ja', 'Kishida Fumio', 'Fumio /  / Kishida / Fumio'],
    ['en', 'Pelé', ' /  / Pelé / '],
    ['en', '…', ' /  /  / '],
  ])('in %s: %s', (language, name, parts) => expect(partsIn(language, name)).toBe(parts));
});

it('a surname is cut as texts are', () => {
  expect(surnameWordsOf("O'Neill")).toEqual({ word: 'Neill', before: ['O'], mayBeBare: false });
  expect(surnameWordsOf('al-Sisi')).toEqual({ word: 'Sisi', before: ['al'], mayBeBare: true });
  expect(surnameWordsOf('Wexcombe')).toEqual({ word: 'Wexcombe', before: [], mayBeBare: true });
});
