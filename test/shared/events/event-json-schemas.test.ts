import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { eventJsonSchemas } from '#shared/events/event-json-schemas.ts';

describe('JSON Schema of the events', () => {
  it.each(Object.entries(eventJsonSchemas))(
    '%s is up to date; otherwise run `node shared/events/generate-json-schema.ts`',
    (name, schema) => {
      const written: unknown = JSON.parse(
        readFileSync(`shared/events/json-schema/${name}.schema.json`, 'utf8'),
      );
      expect(written).toEqual(JSON.parse(JSON.stringify(schema)));
    },
  );

  it('lets a publisher leave out what has a default', () => {
    expect(eventJsonSchemas['block-requested'].required).toEqual([
      'version',
      'destinationList',
      'indicators',
    ]);
  });
});
