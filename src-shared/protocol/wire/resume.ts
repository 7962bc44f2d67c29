import { z } from 'zod';
import { open, optional, url } from './basics.ts';

/** Where an answer resumes a workflow (ours). */
export const WireResume = open(
  {
    url: optional(url('Where the answer is posted; https.')),
    template: z
      .json()
      .optional()
      .describe(
        'The JSON that is posted. A string that is "{{action_id}}", "{{response_data}}", "{{notification_id}}", "{{responded_at}}", "{{metadata}}" or "{{metadata.a.b}}" is replaced by that value.',
      ),
  },
  'An extension: where an answer is posted, and as what. A notification completes what its service has set.',
  'Resume',
);
