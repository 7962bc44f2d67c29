import { z } from 'zod';

/**
 * The keys that a person has given to commands: the command and its stroke ("j", "g i", "Mod+k"), or an empty text for none.
 * Which commands there are and which strokes they may have is for the page to know: what it does not know it passes over.
 */
export const KeyChoices = z
  .record(z.string().min(1).max(40), z.string().max(24))
  .refine((all) => Object.keys(all).length <= 200);
export type KeyChoices = z.infer<typeof KeyChoices>;

/** What was last chosen in the command palette, the latest first, by its name there. */
export const RecentCommands = z.array(z.string().min(1).max(300)).max(12);
export type RecentCommands = z.infer<typeof RecentCommands>;
