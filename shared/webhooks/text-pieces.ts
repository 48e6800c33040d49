/** Where a text is cut, best first: behind a line, behind a word, and where neither ends, behind any character. */
const seams = [/(?<=\n)/, /(?<=\s)/, /(?:)/u] as const;

/**
 * Cuts a text into pieces of which each fits an event, in order and without loss. A line is cut only if it does not fit
 * alone, and a word likewise, so that no indicator is torn.
 * @param mostBytes of a piece as it stands in JSON, without its quotation marks; at least 12, for one character
 */
export function textPieces(text: string, mostBytes: number): string[] {
  return cutAt(text, mostBytes, 0);
}

function cutAt(text: string, mostBytes: number, depth: number): string[] {
  const seam = seams[depth];
  if (seam === undefined || bytesInJson(text) <= mostBytes) return text === '' ? [] : [text];
  const pieces: string[] = [];
  let roomBytes = 0;
  for (const run of text.split(seam)) {
    const bytes = bytesInJson(run);
    const last = pieces.at(-1);
    if (last !== undefined && bytes <= roomBytes) {
      pieces[pieces.length - 1] = last + run;
      roomBytes -= bytes;
    } else if (bytes <= mostBytes) {
      pieces.push(run);
      roomBytes = mostBytes - bytes;
    } else {
      pieces.push(...cutAt(run, mostBytes, depth + 1));
      roomBytes = 0;
    }
  }
  return pieces;
}

function bytesInJson(text: string): number {
  return Buffer.byteLength(JSON.stringify(text)) - '""'.length;
}
