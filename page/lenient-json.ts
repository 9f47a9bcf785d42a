// Parses faulty JSON-LD: comments, trailing commas, raw line breaks, entities, wrappers.

/** UTF-16 code units above which a faulty text is not mended. */
const LONGEST_MENDED = 64 * 1024;

/**
 * The value of a JSON text. It may be wrapped in CDATA or an HTML comment. It may have comments, trailing commas or
 * line breaks inside strings, or its quotation marks as HTML entities. Where nothing helps (an unescaped quotation
 * mark in a headline), type and dates are found by regular expressions. Never throws.
 */
export function parseLenient(text: string): unknown {
  let json = text;
  // A second round of mending finds the commas that a removed comment has left trailing.
  for (let round = 0; round < 3; round++) {
    try {
      return JSON.parse(json);
    } catch {
      if (json.length > LONGEST_MENDED) break;
      json = mend(json);
    }
  }
  return salvage(text);
}

/** Each alternative reads on to the end where its own end is missing, so that no text is read twice. */
const TOKENS =
  /("[^"\\]*(?:\\[\s\S][^"\\]*)*(?:"|\\?$))|\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$)|\/\/[^\n]*|,(?=\s*[}\]])|<!\[CDATA\[|\]\]>|<!--|-->|;\s*$/g;

function mend(json: string): string {
  const quoted = json.includes('"') ? json : json.replace(/&quot;|&#34;/g, '"');
  return quoted.replace(TOKENS, (_, string?: string) =>
    // biome-ignore lint/suspicious/noControlCharactersInRegex: raw control characters are what makes such a string invalid
    string === undefined ? '' : string.replace(/[\u0000-\u001f]/g, ' '),
  );
}

function salvage(text: string): unknown {
  const value = (key: string) => new RegExp(`"${key}"\\s*:\\s*"([^"\\\\]{1,100})"`).exec(text)?.[1];
  const type = /"@type"\s*:\s*"([A-Za-z]*(?:Article|Posting|Report))"/.exec(text)?.[1];
  return type && { '@type': type, datePublished: value('datePublished'), dateModified: value('dateModified') };
}
