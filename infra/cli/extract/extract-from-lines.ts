import { z } from 'zod';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { extractIndicators } from '#shared/iocs/extract/extract-indicators.ts';

const lineSchema = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

const expected = 'expected a JSON object such as {"id": "case-1", "text": "hxxp://bad[.]example"}';

/**
 * Answers each line `{"id","text"}` with a line `{"id","got"}`, in order; empty lines are passed over.
 * @throws RefusedInput naming the first line that is none.
 */
export function* extractFromLines(text: string): Generator<string> {
  let number = 0;
  for (const line of text.split('\n')) {
    number += 1;
    if (line.trim() === '') continue;
    const { id, text: content } = readLine(line, number);
    yield JSON.stringify({ id, got: extractIndicators(content) });
  }
}

function readLine(line: string, number: number): z.infer<typeof lineSchema> {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (cause) {
    throw new RefusedInput(`Line ${number} is no JSON: ${expected}.`, { cause });
  }
  const parsed = lineSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const member = parsed.error.issues[0]?.path.join('.') || 'the line itself';
  throw new RefusedInput(`Line ${number} cannot be read, because of ${member}: ${expected}.`);
}
