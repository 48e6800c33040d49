/** The help for `webhook`. */
export const webhookUsage = `npm run cli -- webhook test <connection> --file <file> [options]

Posts a file to a connection as its sender would: with its secret from Secrets Manager, signed where it signs.
Prints what has become of it.

  -f, --file <file>            the body; .json, .csv and .txt are announced as what they are, all else as JSON
      --preview                ask what would happen, and change nothing
      --json                   print the answer as it came
      --api-url <url>          a deployed stack's API: the output ApiUrl of its deployment
  -c, --configuration <file>   the deployed stack that this file describes, in the AWS account and region of your
                               credentials; left out: the local stack that npm start has brought up
      --state <folder>         where the local run keeps its files (.local)
  -h, --help                   show this

Exit codes: 0 taken, 1 refused or failed, 2 wrong usage.`;
