import { type Subcommand, subcommands } from './command-line.ts';

const options = `  -c, --configuration <file>   the deployed stack that this file describes, in the AWS account and region of your
                               credentials; left out: the local stack that npm start has brought up
      --state <folder>         where the local run keeps its files (.local)
  -h, --help                   show this

Exit codes: 0 done, 1 failed or something needs a person, 2 wrong usage, 130 interrupted.`;

const overview = `npm run cli -- credentials <command> [<organisation>/<credential>] [options]

  set <credential>      store a key that a person has made, after it was tried
  check [<credential>]  report how every credential is, or one
  rotate <credential>   have it replaced now
  show <credential>     everything about it but the secret

Other commands, each with its own --help: webhook test posts a file to a connection as its sender would; extract shows
the indicators in a text; guard check tells what may be blocked and what not; enrich asks Cisco XDR about indicators;
lists reconcile compares the destination lists with the ledger now; people shows who joins and leaves, and changes it;
organisations shows and makes whole organisations; subscriptions list shows what was sold to them.

${options}`;

const details: Record<Subcommand, string> = {
  set: `npm run cli -- credentials set <organisation>/<credential> [options]

Asks for what the console has shown, without showing it, or reads it from standard input as JSON; never from the
command line. It is tried against the API first, and stored only if it works. Members of the JSON:

  secure-access-api-key         { "key", "secret", "expiresAt"? }, the last as 2027-01-31
  secure-access-key-admin-key   { "key", "secret" }
  scc-api-key                   { "apiKeyId", "refreshToken" }
  firewall-manager-token        { "token" }
  xdr-client                    { "clientId", "clientPassword" }

${options}`,
  check: `npm run cli -- credentials check [<organisation>/<credential>] [--json] [options]

Has every credential looked at and prints the report as Markdown, or as JSON with --json.
The exit code is 1 when something needs a person.

${options}`,
  rotate: `npm run cli -- credentials rotate <organisation>/<credential> [options]

Has a credential replaced now instead of when it is due. What works goes on working meanwhile.

${options}`,
  show: `npm run cli -- credentials show <organisation>/<credential> [--json] [options]

Prints the stored members with secrets hidden, and the versions with their dates.

${options}`,
};

/** The help for a subcommand, or for all of them. */
export function usageOf(name: string | undefined): string {
  const subcommand = subcommands.find((one) => one === name);
  return subcommand ? details[subcommand] : overview;
}
