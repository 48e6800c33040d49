/** The message of a Teams workflow that holds one Adaptive Card. */
export function teamsCard(content: {
  readonly body: readonly object[];
  readonly actions?: readonly object[];
}) {
  const card = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    ...content,
  };
  return {
    type: 'message',
    attachments: [
      { contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content: card },
    ],
  };
}

interface TextRun {
  readonly text: string;
  readonly weight?: 'Bolder';
  readonly size?: 'Medium';
  readonly fontType?: 'Monospace';
  readonly isSubtle?: true;
}

/** Text runs know no markup; a text block would read Markdown in it. */
export function paragraph(...runs: readonly TextRun[]) {
  return { type: 'RichTextBlock', inlines: runs.map((run) => ({ type: 'TextRun', ...run })) };
}
