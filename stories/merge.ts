// Which figures of several stories are one person, place or institution. Story by story: what a later story brings
// never joins two figures that were apart, and what was decided for the first stories holds whatever comes after them.
import { type ComparedNames, comparedNames } from './compared-names.ts';
import { differInRole, shareRole } from './compared-roles.ts';
import type { Figure, Story } from './format.ts';
import { allAtOnce, type Steps } from './steps.ts';

/** What the reader has said, in pairs of `story/figure`; goes before all else, but never joins two of one story. */
export interface Decisions {
  same: readonly (readonly [string, string])[];
  apart: readonly (readonly [string, string])[];
}

/** A figure where it stands. */
export interface StoryFigure {
  story: Story;
  figure: Figure;
}

/** Figures that are one, in the order of their stories. */
export interface FigureGroup {
  kind: Figure['kind'];
  members: StoryFigure[];
}

export interface GroupedFigures {
  /** In the order in which their first members come up. */
  groups: FigureGroup[];
  /** People of one name who may be one: nothing else agrees, and the reader has not said. */
  offered: (readonly [FigureGroup, FigureGroup])[];
  groupOf(story: string, figure: string): FigureGroup | undefined;
}

/** `story/figure`, by which decisions, mutes and corrections are kept. */
export const keyOf = (story: string, figure: string): string => `${story}/${figure}`;

/** Groups the figures of stories, the more trusted story first. */
export const groupFigures = (stories: readonly Story[], decisions: Decisions): GroupedFigures =>
  allAtOnce(groupInSteps(stories, decisions));

/** `groupFigures`, in steps. */
export function* groupInSteps(stories: readonly Story[], decisions: Decisions): Steps<GroupedFigures> {
  const joining = new Joining(stories, decisions);
  // Countries first, since what belongs to one is told by it; people last, since others tell who they are.
  const rounds = [isCountryLike, (figure: Figure) => figure.kind !== 'person' && !isCountryLike(figure), isPerson];
  for (const story of stories) {
    joining.count(story);
    for (const isNow of rounds) joining.take(story, isNow);
    yield;
  }
  return yield* joining.result();
}

const STORIES_A_STEP = 100;

/** Folded names of a story's people and institutions. */
interface Others {
  people: Set<string>;
  institutions: Set<string>;
}

const isPerson = ({ kind }: Figure): boolean => kind === 'person';
const isCountryLike = ({ kind, needs, country }: Figure): boolean => kind === 'place' && !needs && !country;

/** Stories being joined: groups so far, and how to find those that a figure may belong to. */
class Joining {
  private readonly stories: readonly Story[];
  private readonly groups = new Map<string, FigureGroup>();
  /** Groups by register id, ISO code and name. */
  private readonly byId = new Map<string, Set<FigureGroup>>();
  private readonly byName = new Map<string, Set<FigureGroup>>();
  private readonly told: ReturnType<typeof readDecisions>;
  private readonly offered = new Map<FigureGroup, Set<FigureGroup>>();
  private readonly known = new Map<Figure, ComparedNames>();
  /** Names of people and of institutions, by story. */
  private readonly namesIn = new Map<Story, Others>();
  /** In how many of the stories taken so far each institution is. */
  private readonly storiesWith = new Map<string, number>();

  constructor(stories: readonly Story[], decisions: Decisions) {
    this.stories = stories;
    this.told = readDecisions(stories, decisions);
  }

  private namesOf(figure: Figure): ComparedNames {
    let names = this.known.get(figure);
    if (!names) {
      names = comparedNames(figure);
      this.known.set(figure, names);
    }
    return names;
  }

  /** Counts whom a story names, before its figures are taken. */
  count(story: Story): void {
    const names: Others = { people: new Set(), institutions: new Set() };
    for (const figure of story.figures)
      if (isPerson(figure)) for (const name of this.namesOf(figure).full) names.people.add(name);
      else if (figure.kind === 'organization')
        for (const name of this.namesOf(figure).all) names.institutions.add(name);
    for (const name of names.institutions) this.storiesWith.set(name, (this.storiesWith.get(name) ?? 0) + 1);
    this.namesIn.set(story, names);
  }

  take(story: Story, isNow: (figure: Figure) => boolean): void {
    for (const figure of story.figures) {
      const key = keyOf(story.id, figure.id);
      if (!isNow(figure) || this.groups.has(key)) continue;
      const one = { story, figure };
      const group = this.told.groupOf(key, this.groups) ?? this.find(one) ?? { kind: figure.kind, members: [] };
      group.members.push(one);
      this.groups.set(key, group);
      for (const id of idsOf(figure)) add(this.byId, `${figure.kind} ${id}`, group);
      for (const name of this.namesOf(figure).all) add(this.byName, `${figure.kind} ${name}`, group);
      if (isPerson(figure)) this.offer(one, group);
    }
  }

  /** The first group that the figure belongs to: by its ids, else by its name. */
  private find(one: StoryFigure): FigureGroup | undefined {
    const { kind } = one.figure;
    const mayJoin = (group: FigureGroup) => !this.told.keepsOut(group, one);
    for (const id of idsOf(one.figure))
      for (const group of this.byId.get(`${kind} ${id}`) ?? []) if (mayJoin(group)) return group;
    for (const name of this.namesOf(one.figure).all)
      for (const group of this.byName.get(`${kind} ${name}`) ?? [])
        if (mayJoin(group) && group.members.some((member) => this.agree(one, member))) return group;
    return undefined;
  }

  /** Whether two figures of one name are one, as far as the rest of what is said of them tells. */
  private agree(one: StoryFigure, other: StoryFigure): boolean {
    if (differInRegister(one.figure, other.figure)) return false;
    const countries = [one, other].map((figure) => this.countryOf(figure));
    const haveBoth = countries.every(Boolean);
    if (haveBoth && countries[0] !== countries[1]) return false;
    if (one.figure.kind !== 'person') {
      const needs = [one, other].map(
        ({ story, figure }) => figure.needs && this.groups.get(keyOf(story.id, figure.needs)),
      );
      return needs[0] === needs[1] && (!one.figure.needs || Boolean(needs[0]));
    }
    const [own, its] = [one, other].map(({ figure }) => this.namesOf(figure).full) as [string[], string[]];
    if (!own.some((name) => its.includes(name))) return false;
    if (this.shareOffice(one, other) || shareRole(one.figure, other.figure)) return true;
    return (haveBoth || this.shareOther(one, other)) && !differInRole(one.figure, other.figure);
  }

  private countryOf({ story, figure }: StoryFigure): FigureGroup | undefined {
    return figure.country ? this.groups.get(keyOf(story.id, figure.country)) : undefined;
  }

  /** The same post of the same figure. */
  private shareOffice(one: StoryFigure, other: StoryFigure): boolean {
    const posts = ({ story, figure }: StoryFigure) =>
      figure.offices.flatMap(({ office }) => {
        const [owner] = story.figures
          .filter(({ id, iso }) => [id, iso?.toLowerCase()].some((begin) => begin && office.startsWith(`${begin}-`)))
          .flatMap(({ id }) => this.groups.get(keyOf(story.id, id)) ?? []);
        return owner ? [{ owner, post: office.split('-').slice(1).join('-') }] : [];
      });
    const others = posts(other);
    return posts(one).some(({ owner, post }) => others.some((its) => its.owner === owner && its.post === post));
  }

  /** Somebody else of the same full name is in both stories, or an institution that hardly any other story has. */
  private shareOther(one: StoryFigure, other: StoryFigure): boolean {
    const own = new Set([...this.namesOf(one.figure).full, ...this.namesOf(other.figure).full]);
    const [its, theirs] = [this.namesIn.get(one.story), this.namesIn.get(other.story)] as [Others, Others];
    if ([...its.people].some((name) => !own.has(name) && theirs.people.has(name))) return true;
    // Of few stories nobody can tell whether an institution is in most of them, as agencies are.
    if (this.namesIn.size < ENOUGH_STORIES) return false;
    return [...its.institutions].some(
      (name) => theirs.institutions.has(name) && (this.storiesWith.get(name) ?? 0) <= FEW_STORIES,
    );
  }

  /** Notes people of the same name who were not joined. */
  private offer(one: StoryFigure, group: FigureGroup): void {
    const mayBe = (member: StoryFigure) =>
      member.story !== one.story && !this.told.areApart(member, one) && !differInRegister(member.figure, one.figure);
    let left = MOST_OFFERED;
    for (const name of this.namesOf(one.figure).all)
      for (const other of this.byName.get(`person ${name}`) ?? []) {
        if (left === 0) return;
        if (other === group || this.offered.get(group)?.has(other) || !other.members.every(mayBe)) continue;
        left--;
        const known = this.offered.get(other) ?? new Set();
        this.offered.set(other, known.add(group));
      }
  }

  *result(): Steps<GroupedFigures> {
    // In the order of the stories, whatever the order in which they were joined.
    const groups = new Set<FigureGroup>();
    for (const [at, story] of this.stories.entries()) {
      for (const { id } of story.figures) groups.add(this.groups.get(keyOf(story.id, id)) as FigureGroup);
      if (at % STORIES_A_STEP === 0) yield;
    }
    const storiesOf = ({ members }: FigureGroup) => new Set(members.map(({ story }) => story));
    const offered: (readonly [FigureGroup, FigureGroup])[] = [];
    for (const [one, others] of this.offered) {
      const its = storiesOf(one);
      for (const other of others) if (!other.members.some(({ story }) => its.has(story))) offered.push([one, other]);
      if (offered.length % STORIES_A_STEP === 0) yield;
    }
    return { groups: [...groups], offered, groupOf: (story, figure) => this.groups.get(keyOf(story, figure)) };
  }
}

function add<V>(map: Map<string, Set<V>>, key: string, value: V): void {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}

const idsOf = ({ kind, same, iso }: Figure): string[] => [...same, ...(kind === 'place' && iso ? [`iso:${iso}`] : [])];

/** Two ids of one register: two things. */
function differInRegister(one: Figure, other: Figure): boolean {
  const ids = new Map(idsOf(one).map((id) => [registerOf(id), id]));
  return idsOf(other).some((id) => {
    const its = ids.get(registerOf(id));
    return its !== undefined && its !== id;
  });
}
const registerOf = (id: string): string => id.slice(0, id.indexOf(':'));

const ENOUGH_STORIES = 8; // fewer do not tell which institutions are in most of them
const FEW_STORIES = 2; // that have an institution
const MOST_OFFERED = 8; // pairs for one figure: of a frequent name nobody looks through more

/** The reader's decisions, as joining asks for them. */
function readDecisions(stories: readonly Story[], { same, apart }: Decisions) {
  const hasSome = same.length + apart.length > 0;
  const known = new Map(
    (hasSome ? stories : []).flatMap((story) =>
      story.figures.map((figure) => [keyOf(story.id, figure.id), { story, figure }] as const),
    ),
  );
  const apartOf = new Map<string, Set<string>>();
  for (const [one, other] of apart) {
    add(apartOf, one, other);
    add(apartOf, other, one);
  }
  /** Figures that the reader said are one, by each of them. */
  const unions = new Map<string, string[]>();
  for (const [one, other] of same) {
    const [a, b] = [known.get(one), known.get(other)];
    const [left, right] = [unions.get(one) ?? [one], unions.get(other) ?? [other]];
    if (!a || !b || a.figure.kind !== b.figure.kind || left.includes(other)) continue;
    const both = [...left, ...right];
    const isOneEach = new Set(both.map((key) => known.get(key)?.story)).size === both.length;
    const areApart = left.some((key) => right.some((its) => apartOf.get(key)?.has(its)));
    if (isOneEach && !areApart) for (const key of both) unions.set(key, both);
  }
  const keyOfOne = ({ story, figure }: StoryFigure) => keyOf(story.id, figure.id);
  const decided = new Set([...unions.keys(), ...apartOf.keys()]);
  const isDecided = (one: StoryFigure) => decided.size > 0 && decided.has(keyOfOne(one));
  return {
    /** The group that a figure belongs to by what the reader said. */
    groupOf: (key: string, groups: ReadonlyMap<string, FigureGroup>): FigureGroup | undefined =>
      unions.get(key)?.flatMap((other) => groups.get(other) ?? [])[0],
    /**
     * Whether the figure, or one that the reader said it is, may not be in a group: the reader told them apart, or the
     * group has a figure of the same story, or waits for one by what the reader said.
     */
    keepsOut(group: FigureGroup, one: StoryFigure): boolean {
      // Stories are taken one after the other: of one story, a group's last figure is.
      if (group.members.at(-1)?.story === one.story) return true;
      if (!isDecided(one) && !group.members.some(isDecided)) return false;
      const mine = unions.get(keyOfOne(one)) ?? [keyOfOne(one)];
      const theirs = group.members.flatMap((member) => unions.get(keyOfOne(member)) ?? [keyOfOne(member)]);
      const storiesOf = (keys: readonly string[]) => new Set(keys.map((key) => known.get(key)?.story));
      const taken = storiesOf(theirs);
      return (
        [...storiesOf(mine)].some((story) => taken.has(story)) ||
        mine.some((key) => theirs.some((its) => apartOf.get(key)?.has(its)))
      );
    },
    areApart: (one: StoryFigure, other: StoryFigure): boolean =>
      apartOf.get(keyOfOne(one))?.has(keyOfOne(other)) === true,
  };
}
