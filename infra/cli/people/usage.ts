/** The help for `people`. */
export const peopleUsage = `npm run cli -- people <command> [options]

  list                         everybody who joins or leaves, or did, and how it stands
  show <email>                 one person: the plan, every step with its result, what was before
  show <batch>                 a file or ticket: what was refused and why, who waits for a decision
  onboard <email>              have somebody let in: --given, --family and --profile, and a day
  offboard <email>             have somebody cut off: a day, or --immediate
  cancel <email>               forget what is planned, before it begins
  undo <email>                 give back what an offboarding took away, within the undo window
  approve <batch> [<email> …]  carry out what the fuses hold: all of it, or only these people
  reject <batch> [<email> …]   drop what the fuses hold

      --only <state>           list: only those who stand so: held, planned, under-way, incomplete, done, …
      --day <day>              onboard, offboard: the first or last day, as 2026-11-27
      --time <time>            the time on that day, as 17:00; left out: the start or end of the working day
      --time-zone <zone>       where that is meant, as Europe/Zurich; left out: the configured one
      --immediate              onboard, offboard: at once, whatever the day
      --ticket <number>        onboard, offboard: the ticket that asks for it
      --given <name>           onboard, offboard: the given name; --family <name>: the family name
      --profile <profile>      onboard: what the person gets, by its name in the configuration
      --departure <word>       offboard: voluntary, involuntary or unknown
      --json                   print the answer as it came
      --api-url <url>          a deployed stack's API: the output ApiUrl of its deployment
  -c, --configuration <file>   the deployed stack that this file describes, in the AWS account and region of your
                               credentials; left out: the local stack that npm start has brought up
      --state <folder>         where the local run keeps its files (.local)
  -h, --help                   show this

npm prints a header of its own: npm run --silent cli -- people … leaves it out.

Exit codes: 0 answered or taken, 1 refused or failed, 2 wrong usage.`;
