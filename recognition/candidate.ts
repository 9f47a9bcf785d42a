// Candidates: places in a block where a name or an office may stand, with what the words around say of each.
import type { Span } from './words.ts';

/** A possible mention in one block. Offsets are UTF-16 code units of the block's text, the end exclusive. */
export type Candidate = NameCandidate | OfficeCandidate;

/** What the words around say of a candidate. */
export type Context =
  /** Nothing against it. */
  | 'clear'
  /** It is another bearer of the name, or somebody else's office. */
  | 'otherPerson'
  /** It is one more bearer of the name, this once ("the other Petro"; "the village of Casa Blanca"). */
  | 'namesake'
  /** It is part of another name ("Trump Tower"). */
  | 'partOfName'
  /** It is the name of several people ("the Trumps"). */
  | 'family'
  /** It is an ordinary word in small letters. */
  | 'commonWord';

/** A name that may be a figure's. */
export interface NameCandidate extends Span {
  /** A person's whole name, surname or given name; or the name of a place or an institution. */
  form: 'full' | 'surname' | 'given' | 'name';
  /** Index of the figure. */
  figure: number;
  context: Context;
  /** The title beside it as it stands, or "". */
  title: string;
  /** The figure holds an office that is addressed with this title; of another bearer, with one beside his name. */
  titleMatches: boolean;
  /** An honorific stands before it ("Mr Rubio"). */
  hasHonorific: boolean;
  /** The title is that of who holds an office for a while ("Interim President Rodríguez"). */
  isActing: boolean;
  /** It holds an office of the figure's, in words ("Rodríguez, who took over the presidency of Venezuela"). */
  holdsOffice: boolean;
  /** It stands beside a noun for what a president leads, and the figure is one ("the Trump administration"). */
  isOfGovernment: boolean;
  /** The initial of the figure's own given name stands before a surname that says enough alone ("D. Trump"). */
  hasInitial: boolean;
  /** An initial of the figure's own given name stands before it, whatever the surname says. */
  initialMatches: boolean;
  /** Indexes of the figures whose names a word like "and" joins to it ("Trump and Petro"). */
  partners: readonly number[];
  /** Of a weak surname: indexes of the figures whose surnames stand near it in its sentence. */
  near: readonly number[];
  /** Of a weak surname: a statesman's stands near it in its sentence. */
  isNearStatesman: boolean;
  /** Of a weak surname: where a word of public affairs stands near it (sanctions), or its country heads the line. */
  affairs: '' | 'sentence' | 'block';
  /** Of a weak surname: ids of the countries whose people or capital stand near it in its block ("in Bogotá"). */
  nations: readonly string[];
  /** Of a weak surname: where the capital of the figure's country stands near it in its block. */
  capitalCities: readonly number[];
  /** A trade in apposition introduces its bearer ("Petro, a medic, …"). */
  hasTrade: boolean;
  /** A title of the figure's stands in apposition ("Rubio, the secretary of state, …"). */
  hasTitleBehind: boolean;
  /** It has the form that only women's surnames have ("Rodríguezová"). */
  isWomans: boolean;
  /** Words beside it, or its own form, say that it is a woman's or a man's; of another bearer too. */
  saidSex: '' | 'female' | 'male';
  /** The figure's country is named beside it ("Colombian President Petro", "Venezuela's Rodríguez"). */
  besideCountry: boolean;
  /** An ordinary word looks the same here, since its capital says nothing ("Maduro", ripe, at a sentence's start). */
  maybeCommonWord: boolean;
  /** A verb of saying stands beside it: no word speaks. */
  speaks: boolean;
  /** And what stands behind goes with that word ("Maduro y dulce"). */
  fitsCommonWord: boolean;
  /** A word beside it may make it somebody else's: an unknown capital before it, an article. */
  maybeOtherPerson: boolean;
  /** A thing is called so: an article before it, no noun behind it ("buy the Petro"); or a head ("empresa Petro"). */
  isThing: boolean;
  /**
   * The capital of unknown meaning right before it, folded, or "". Before a surname it is kept only where it may as
   * well end what comes before ("devant *Mediapart* Trump").
   */
  unknownCapital: string;
  /** A capital of unknown meaning stands right before it, where a given name would: it opens the sentence. */
  isBehindCapital: boolean;
  /** Of a place: with such a capital it may be the name of something else ("*Avon* Colombia despide"). */
  maybeInOtherName: boolean;
  /** That capital has an article before it, so that it is hardly a given name ("the Davos Trump speech"). */
  inPhrase: boolean;
  /** A capital of unknown meaning stands right behind it, as in a firm's name ("Maduro Steel"). */
  isBeforeCapital: boolean;
  /** It heads an entry of a list of places to go, or a caption ("Maduro, Peckham. …"). */
  isListed: boolean;
  /** Of an institution: its article stands before it, or a preposition without one ("estação *de* Casa Branca"). */
  article: '' | 'before' | 'missing';
  /** Something else has the name too ("America", a continent). */
  isAmbiguous: boolean;
  /** A preposition of place stands before it: a place is nobody's surname then, and a town's name the town. */
  isInPlace: boolean;
  /**
   * Another bearer, or a thing called so, whom the bare surname behind it may mean ("another Rodríguez", "Bar Trump").
   */
  isAnother: boolean;
  /** Somebody has it as a given name: an unknown surname stands behind it ("Petro Poroshenko"). */
  isGivenName: boolean;
  /** A place or an institution alone in quotation marks. */
  isQuoted: boolean;
  /** The letters of a state stand behind it in brackets ("Casa Branca (SP)"): it is a town there. */
  isInState: boolean;
  /** A house beside words of another one of that name ("Белый дом" in Bishkek). */
  isNearOther: boolean;
  /** An age stands behind it ("Petro, 34, said"): somebody is introduced so. */
  hasAge: boolean;
  /** A surname that a town bears too, neither opening its sentence nor beside a verb of saying. */
  maybeTown: boolean;
  /** A relative of the same surname is named right behind it, as the figure's ("Trump's son Donald Trump Jr."). */
  hasRelative: boolean;
  /** The first letters of the word by which another bearer is introduced as a relative ("her *brother*, …"), or "". */
  kin: string;
  /** The same of the word whose owner the name tells, and of whom it says no more ("the *son* of Petro"). */
  kinOf: string;
  /** The whole name stands in an aside that says whose relative another bearer is, or is not. */
  isAside: boolean;
  /** The figure's own given name shares the surname with a relative's ("Donald and Melania Trump"). */
  sharedSurname: boolean;
}

/** An office that is named without its holder. */
export interface OfficeCandidate extends Span {
  form: 'office';
  /** Ids of the offices it may be, joined by "|": as the story has them, or `<figure id of the country>/<post>`. */
  office: string;
  context: Context;
  /** Its span without its country or its institution, which is marked on its own; null where it has none. */
  core: Span | null;
  qualifier: '' | 'former' | 'elect' | 'recent';
  /** Where the name in apposition ends or begins that says who holds it ("Petro, president of Colombia"); else null. */
  holderAt: number | null;
  /** The earliest year named beside it, or "". */
  year: string;
}

/** A name of which only the span is known yet. */
export const nameCandidate = ({ start, end }: Span, figure: number, form: NameCandidate['form']): NameCandidate => ({
  start,
  end,
  form,
  figure,
  context: 'clear',
  title: '',
  titleMatches: false,
  hasHonorific: false,
  holdsOffice: false,
  isOfGovernment: false,
  isActing: false,
  hasInitial: false,
  initialMatches: false,
  partners: [],
  near: [],
  isNearStatesman: false,
  affairs: '',
  nations: [],
  capitalCities: [],
  hasTrade: false,
  hasTitleBehind: false,
  isWomans: false,
  saidSex: '',
  besideCountry: false,
  maybeCommonWord: false,
  speaks: false,
  fitsCommonWord: false,
  maybeOtherPerson: false,
  isThing: false,
  unknownCapital: '',
  isBehindCapital: false,
  maybeInOtherName: false,
  isBeforeCapital: false,
  isListed: false,
  inPhrase: false,
  article: '',
  isInState: false,
  isAmbiguous: false,
  isInPlace: false,
  maybeTown: false,
  isAnother: false,
  isGivenName: false,
  isQuoted: false,
  isNearOther: false,
  hasAge: false,
  hasRelative: false,
  kin: '',
  kinOf: '',
  isAside: false,
  sharedSurname: false,
});

/** An office of which only the span is known yet. */
export const officeCandidate = ({ start, end }: Span, office: string): OfficeCandidate => ({
  start,
  end,
  form: 'office',
  office,
  context: 'clear',
  core: null,
  qualifier: '',
  holderAt: null,
  year: '',
});
