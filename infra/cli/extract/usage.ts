/** The help for `extract`. */
export const extractUsage = `npm run cli -- extract [<file> …] [--json | --jsonl]

Takes the indicators out of text files, or of standard input when none is named: domains, URLs, IPv4, IPv6, networks,
file hashes and mail addresses, armed again and in one spelling. Needs no stack and calls nobody.

      --json    one JSON object per file: domains, urls, ipv4, ipv6, cidrs, hashes, emails; with more than one
                file, each also says its file
      --jsonl   reads lines of {"id", "text"} and answers each with a line {"id", "got": { … }}
  -h, --help    show this

npm prints a header of its own: npm run --silent cli -- extract … leaves it out.

Exit codes: 0 done, 1 a line of --jsonl cannot be read, 2 wrong usage.`;
