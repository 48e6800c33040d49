import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type ExtractedIndicators, extractedKinds } from '#shared/iocs/extract/extracted-indicators.ts';

const fixtures = new URL('../../../fixtures/extraction/', import.meta.url);

const values = z.array(z.string());
const kindSchema = z.enum(extractedKinds);
const caseSchema = z.object({
  id: z.string(),
  what: z.string(),
  text: z.string(),
  expected: z.record(kindSchema, values),
  asserted: z.array(kindSchema),
  optional: z.partialRecord(kindSchema, values).optional(),
});

/** A text and what must, may and must not be found in it; `test/fixtures/extraction/README.md` says how. */
export type ExtractionCase = z.infer<typeof caseSchema>;

export function extractionCases(): readonly ExtractionCase[] {
  const lines = readFileSync(new URL('cases.jsonl', fixtures), 'utf8').trim().split('\n');
  return lines.map((line) => caseSchema.parse(JSON.parse(line)));
}

export function reportCase(name: string): ExtractionCase {
  const expected = JSON.parse(readFileSync(new URL(`reports/${name}.expected.json`, fixtures), 'utf8'));
  return caseSchema.parse({
    id: name,
    what: name,
    text: reportText(name),
    expected,
    asserted: extractedKinds,
  });
}

export function reportText(name: string): string {
  return readFileSync(new URL(`reports/${name}.md`, fixtures), 'utf8');
}

/** What is wrong with an answer, in words; empty when it is right. */
export function faultsOf(
  { expected, asserted, optional }: ExtractionCase,
  found: ExtractedIndicators,
): readonly string[] {
  return extractedKinds.flatMap((kind) => {
    const allowed = new Set([...expected[kind], ...(optional?.[kind] ?? [])]);
    const missing = expected[kind].filter((value) => !found[kind].includes(value));
    const wrong = asserted.includes(kind) ? found[kind].filter((value) => !allowed.has(value)) : [];
    return [
      ...missing.map((value) => `${kind}: ${value} was not found`),
      ...wrong.map((value) => `${kind}: ${value} is none`),
    ];
  });
}
