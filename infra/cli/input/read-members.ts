import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { isNonEmpty, type NonEmptyArray } from '#shared/non-empty.ts';
import type { CommandStreams } from '../command-streams.ts';
import { WrongUsage } from '../wrong-usage.ts';
import { askHidden } from './ask-hidden.ts';

/** A member that a person gives: its name in JSON, and how the console calls it. */
export interface AskedMember<Name extends string = string> {
  readonly name: Name;
  readonly label: string;
  /** May be left out, and is empty then. */
  readonly isOptional?: boolean;
}

/**
 * The members of a credential: asked for one by one on a terminal, else read from standard input as JSON.
 * @throws WrongUsage naming what is missing or too much, never a value
 */
export async function readMembers<Name extends string>(
  members: NonEmptyArray<AskedMember<Name>>,
  streams: CommandStreams,
): Promise<Record<Name, string>> {
  const given = streams.input.isTTY ? await ask(members, streams) : parseJson(await text(streams.input));
  const shape = Object.fromEntries(
    members.map(({ name, isOptional }) => [
      name,
      isOptional ? z.string().trim().default('') : z.string().trim().min(1),
    ]),
  );
  const parsed = z.strictObject(shape).safeParse(given);
  const wanted = `{ ${members.map(({ name, isOptional }) => `"${name}"${isOptional ? '?' : ''}: "…"`).join(', ')} }`;
  if (!parsed.success) {
    const wrong = parsed.error.issues.flatMap(({ path }) => path).join(', ');
    throw new WrongUsage(
      `What was given is not ${wanted}: look at ${wrong || 'its form, and members that do not belong there'}. Nothing was stored.`,
    );
  }
  // Exactly the members of `shape`, whose names are those of `members`; a built object type forgets them.
  return parsed.data as Record<Name, string>;
}

async function ask(
  members: NonEmptyArray<AskedMember>,
  streams: CommandStreams,
): Promise<Record<string, string>> {
  const questions = members.map(({ label }) => label);
  const answers = isNonEmpty(questions) ? await askHidden(questions, streams) : [];
  return Object.fromEntries(members.map(({ name }, index) => [name, answers[index] ?? '']));
}

function parseJson(given: string): unknown {
  try {
    return JSON.parse(given);
  } catch {
    // The parser's own message quotes the text.
    return undefined;
  }
}
