/** The help for `subscriptions`. */
export const subscriptionsUsage = `npm run cli -- subscriptions list [options]

Shows what was sold to an organisation, how far each product is set up, and what it may use.

      --organisation <name>    one that the manager manages, by its name in the cloud; left out: the manager itself
      --json                   print the answer as it came
      --api-url <url>          a deployed stack's API: the output ApiUrl of its deployment
  -c, --configuration <file>   the deployed stack that this file describes, in the AWS account and region of your
                               credentials; left out: the local stack that npm start has brought up
      --state <folder>         where the local run keeps its files (.local)
  -h, --help                   show this

Exit codes: 0 answered, 1 refused or failed, 2 wrong usage.`;
