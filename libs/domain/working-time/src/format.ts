import type { Instant, LocalDate } from './types.ts';

export type Language = 'ky' | 'ru' | 'en';

/** "2021-ж., 22-ноябрь, дүйшөмбү 14:05" / "понедельник, 22 ноября 2021 г. в 14:05". */
export declare function formatLocal(instant: Instant, lang: Language, zone: string): string;
/** As formatLocal, but a limit at midnight reads as 24:00 of the day it ends. */
export declare function formatDeadline(at: Instant, lang: Language, zone: string): string;
/** "2021-ж., 22-ноябрь, дүйшөмбү" / "понедельник, 22 ноября 2021 г.". */
export declare function formatDate(date: LocalDate, lang: Language): string;
