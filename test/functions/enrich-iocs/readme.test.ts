import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { connectionEnrichmentSchema } from '#shared/config/enrichment.ts';
import { verdictDecisionSchema } from '#shared/enrichment/verdict-decision.ts';

const readme = await readFile(new URL('../../../functions/enrich-iocs/README.md', import.meta.url), 'utf8');
const examples = [...readme.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']) => JSON.parse(json));
const isPolicy = (example: object) => 'organisation' in example;

describe('the README shows', () => {
  it.each(examples.filter(isPolicy))('a setting that the configuration takes: %j', (example) => {
    expect(connectionEnrichmentSchema.safeParse(example).error).toBeUndefined();
  });

  it('an outcome in the form in which it is answered', () => {
    const [outcome] = examples.filter((example) => !isPolicy(example));
    const { indicators } = z.object({ indicators: z.array(z.looseObject({})) }).parse(outcome);
    const [judged, rejected] = indicators;
    // `status` and `blocks` are the view's own.
    const { status, blocks, ...decision } = judged ?? {};
    expect(z.strictObject(verdictDecisionSchema.shape).safeParse(decision).error).toBeUndefined();
    expect({ status, blocks }).toMatchObject({ status: 'enriched', blocks: [{ status: 'enforced' }] });
    expect(rejected).toEqual({ value: '10.0.0.5', status: 'rejected', reason: 'private-address' });
  });
});
