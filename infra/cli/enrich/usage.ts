/** The help for `enrich`. */
export const enrichUsage = `npm run cli -- enrich <indicator>… [options]

Asks Cisco XDR about domains, URLs, addresses, hashes and mail addresses, disarmed or not, and prints the verdicts,
their evidence, and what the policy of the connection makes of them: it is a request like any other, so what the
policy blocks is blocked.

      --connection <name>      through which one; needed where several of the kind ioc-list have "enrichment"
      --preview                ask what would be done, and change nothing
      --urgent                 by the express lane
      --wait <seconds>         how long to wait for the verdicts, 1 to 25 (20)
      --json                   print the answer as it came
      --api-url <url>          a deployed stack's API: the output ApiUrl of its deployment
  -c, --configuration <file>   the deployed stack that this file describes, in the AWS account and region of your
                               credentials; left out: the local stack that npm start has brought up
      --state <folder>         where the local run keeps its files (.local)
  -h, --help                   show this

Exit codes: 0 answered or accepted, 1 refused or failed, 2 wrong usage.`;
