import type { CommandLine } from './command-line.ts';
import type { CommandStreams } from './command-streams.ts';
import type { ExitCode } from './exit-codes.ts';
import type { TargetStack } from './target-stack.ts';

/** Carries out one subcommand. What it throws is explained and given an exit code by its caller. */
export type RunSubcommand = (
  commandLine: CommandLine,
  stack: TargetStack,
  streams: CommandStreams,
) => Promise<ExitCode>;
