import type { ConnectionKind } from '#shared/config/connection.ts';
import type { EmulatorCredentials } from '../emulator/emulator.ts';
import type { LocalStack } from '../stack-file.ts';
import { askLine, postLines } from './curl-lines.ts';
import { paint, type Terminal } from './terminal.ts';

/** A small body of the kinds that people write by hand, to be changed and posted. */
const sampleBodies: Partial<Record<ConnectionKind, object>> = {
  'ioc-list': { indicators: ['bad.example'] },
  'splunk-alert': { search_name: 'My alert', result: { query: 'bad.example' } },
};

/** Prints a ready line per connection, one that asks what has become of a request, and what to try with a person. */
export function printHowToUse(terminal: Terminal, stack: LocalStack, credentials: EmulatorCredentials): void {
  const heading = (text: string) => terminal.write(`\n${paint(terminal, 'bold', text)}\n`);
  for (const [name, connection] of Object.entries(stack.connections)) {
    heading(`Post to ${name}:`);
    const body = sampleBodies[connection.kind];
    if (!body) terminal.write('With a body as in functions/receive-webhook/README.md:\n');
    if (connection.auth.scheme === 'aws-iam') {
      terminal.write('With AWS credentials of one of the callers that the configuration names:\n');
    }
    terminal.write(`${postLines(connection, JSON.stringify(body ?? {}))}\n`);
  }
  heading('Ask what has become of a request (put its id at the end):');
  terminal.write(`${askLine(stack, credentials, 'req_…')}\n`);
  if (stack.peopleFilesBucket === undefined) return;
  heading('Have somebody of the simulated organisation cut off, watch it, and undo it:');
  const person = 'bob.moss@acme.example';
  terminal.write(
    [
      `npm run --silent cli -- people offboard ${person} --immediate`,
      `npm run --silent cli -- people show ${person}`,
      `npm run --silent cli -- people undo ${person}`,
      '',
    ].join('\n'),
  );
}
