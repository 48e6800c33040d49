/** The help for `lists`. */
export const listsUsage = `npm run cli -- lists reconcile [<list>] [options]

Has every destination list compared with the ledger now, or the one of that name in the configuration, as it happens
every night by itself: what was removed or taken over by hand is put right in the ledger, and nothing is changed on the
list. Prints the result as Markdown, or as JSON with --json. A large list takes some minutes.

      --json                     print the whole report
  -c, --configuration <file>     the deployed stack that this file describes, in the AWS account and region of your
                                 credentials; left out: the local stack that npm start has brought up
      --state <folder>           where the local run keeps its files (.local)
  -h, --help                     show this

npm prints a header of its own: npm run --silent cli -- lists … leaves it out.

Exit codes: 0 compared, whatever was found; 1 a list could not be compared in full; 2 wrong usage.`;
