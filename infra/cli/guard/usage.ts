/** The help for `guard`. */
export const guardUsage = `npm run cli -- guard check [<value> …] [--file <file>] [options]

Tells what the guard would do with domains, URLs, addresses and networks: pass, hold (a person is asked) or reject,
with the rule that decided and why. Needs no running stack and calls nobody: the lists that come with the project
and the settings of the configuration count, published lists that the deployed stack has fetched do not.

  -f, --file <file>              values, one a line; empty lines and lines that begin with # are passed over
      --json                     print [{ value, type, decision, rule, reason, explanation }]
      --destination-list <name>  ask for this list: what Umbrella does not block is rejected
      --connection <name>        ask for this sender: its lists, its least confidence and severity, its ignored domains
      --confidence <percent>     how sure the sender is, for --connection
      --severity <severity>      how bad the alert is, for --connection: informational, low, medium, high or critical
  -c, --configuration <file>     the deployment's configuration; left out: that of the local stack, and where there
                                 is none the defaults
      --state <folder>           where the local run keeps its files (.local)
  -h, --help                     show this

npm prints a header of its own: npm run --silent cli -- guard check … leaves it out.

Exit codes: 0 answered, whatever the decisions; 1 the configuration or a file is wrong; 2 wrong usage.`;
