// Keys that are pressed in a field.

/** `keyCode` of a key that goes to an input method. */
const TO_INPUT_METHOD = 229;

/**
 * Whether a key belongs to a conversion that goes on, as when Japanese, Chinese or Korean is typed: there Escape and
 * Enter mean the words that are offered. Safari ends the conversion before it tells of the key.
 */
export const isConverting = ({ isComposing, keyCode }: KeyboardEvent): boolean =>
  isComposing || keyCode === TO_INPUT_METHOD;
