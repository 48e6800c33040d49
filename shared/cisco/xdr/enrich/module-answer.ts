import { z } from 'zod';
import {
  type ModuleAnswers,
  moduleAnswersSchema,
  moduleSchema,
  unreadableAnswer,
  type XdrModule,
} from '../modules.ts';
import { type Documents, documentsSchema } from './documents.ts';
import { type Judgement, judgementSchema } from './judgement.ts';
import { type Sighting, sightingSchema } from './sighting.ts';
import { type Verdict, verdictSchema } from './verdict.ts';

/** What one module knows. Modules send more kinds than these; the others are not looked at. */
export interface ModuleAnswer {
  readonly module: XdrModule;
  readonly verdicts: Documents<Verdict>;
  readonly judgements: Documents<Judgement>;
  readonly sightings: Documents<Sighting>;
}

/** One module's part of an answer to deliberate, observe or reputation. */
const moduleAnswerSchema = z
  .object({
    data: z.object({
      verdicts: documentsSchema(verdictSchema),
      judgements: documentsSchema(judgementSchema),
      sightings: documentsSchema(sightingSchema),
    }),
  })
  .and(moduleSchema.transform((module) => ({ module })))
  .transform(({ module, data }): ModuleAnswer => ({ module, ...data }));

/** Reads a whole answer. Documents that cannot be read are named among the errors too. */
export const enrichAnswerSchema: z.ZodType<ModuleAnswers<ModuleAnswer>> = moduleAnswersSchema(
  moduleAnswerSchema,
).transform(({ answers, errors }) => ({
  answers,
  errors: [...errors, ...answers.flatMap(unreadableDocuments)],
}));

function unreadableDocuments({ module, verdicts, judgements, sightings }: ModuleAnswer) {
  return Object.entries({ verdicts, judgements, sightings })
    .filter(([, { unreadable }]) => unreadable > 0)
    .map(([kind, { unreadable, documents }]) =>
      unreadableAnswer(module, `${unreadable} of ${unreadable + documents.length} ${kind}`),
    );
}
