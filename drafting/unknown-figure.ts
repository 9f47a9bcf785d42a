// A figure of which a story says nothing yet but the name.
import type { Figure, Text } from '../stories/format.ts';

/** No names at all. Those that follow are weak: a surname counts only where the whole name stands on the page too. */
export const noNames = (): Figure['names'] => ({
  full: [],
  given: [],
  middle: [],
  surname: [],
  aliases: [],
  handles: [],
  others: [],
  alone: [],
  strength: 'weak',
  sex: null,
});

export const unknownFigure = (id: string, kind: Figure['kind'], name: Text): Figure => ({
  id,
  kind,
  name,
  names: noNames(),
  role: null,
  asOf: null,
  iso: null,
  needs: null,
  country: null,
  offices: [],
  same: [],
  drawn: null,
  editorial: null,
  description: null,
  unmarked: false,
  unknown: [],
});
