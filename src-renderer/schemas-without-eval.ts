import { z } from 'zod';

// zod tries whether it may compile code; the page's policy refuses that and would report each try. Imported first.
z.config({ jitless: true });
