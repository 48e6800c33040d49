/** The help for `organisations`. */
export const organisationsUsage = `npm run cli -- organisations <command> [options]

  list            every organisation that the manager sees, and how far those are that were asked for
  show <name>     one organisation: every step, what is left for a person and why, and what to add to the configuration
  onboard         have one made, or given what it lacks, as a file says

      --file <file>            onboard: the order as JSON:
                               {
                                 "name": "Northwind", "region": "EU", "claimCode": "<name of the stored claim code>",
                                 "products": [{ "product": "Secure Access", "region": "EMEA" }],
                                 "sharedEntitlements": [{ "subscription": "Sub0001", "entitlement": "XDR-ADV", "quantity": 50 }],
                                 "adminGroups": [{ "name": "SOC analysts", "roles": [{ "product": "Secure Access", "role": "Read-only" }] }],
                                 "administrators": [{ "email": "ada@northwind.example",
                                   "name": { "given": "Ada", "family": "Byron" }, "adminGroups": ["SOC analysts"] }],
                                 "ticket": "CHG-7"
                               }
      --json                   print the answer as it came
      --api-url <url>          a deployed stack's API: the output ApiUrl of its deployment
  -c, --configuration <file>   the deployed stack that this file describes, in the AWS account and region of your
                               credentials; left out: the local stack that npm start has brought up
      --state <folder>         where the local run keeps its files (.local)
  -h, --help                   show this

npm prints a header of its own: npm run --silent cli -- organisations … leaves it out.

Exit codes: 0 answered or taken, 1 refused or failed, 2 wrong usage.`;
