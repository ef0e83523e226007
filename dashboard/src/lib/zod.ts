import * as z from "zod/mini";

// Zod compiles its checks with eval where it may; our content policy refuses eval, so it must not even try.
z.config({ jitless: true });

export { z };
