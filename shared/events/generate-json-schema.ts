import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventJsonSchemas } from './event-json-schemas.ts';

/** Run `node shared/events/generate-json-schema.ts` after a change of an event's contract. */
const folder = join(import.meta.dirname, 'json-schema');
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(eventJsonSchemas)) {
  const file = join(folder, `${name}.schema.json`);
  writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
  console.log(`Wrote ${file}`);
}
