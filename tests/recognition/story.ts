// The gazetteer of the story that the extension carries, compiled once for all tests of recognition.
import { loadGazetteer } from '../../scripts/dataset/load.ts';
import { gazetteerOf } from '../../stories/gazetteer.ts';

export const gazetteer = gazetteerOf(loadGazetteer('.'));
