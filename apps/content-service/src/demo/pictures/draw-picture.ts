import { batikWorkshopBuenosAires } from './batik-workshop-buenos-aires.ts';
import { cultureNightWellington } from './culture-night-wellington.ts';
import { darmasiswaScholarship } from './darmasiswa-scholarship.ts';
import { earthquakeAdvisory } from './earthquake-advisory.ts';
import { filmEveningTokyo } from './film-evening-tokyo.ts';
import { independenceDayDenHaag } from './independence-day-den-haag.ts';
import { languageCourseCairo } from './language-course-cairo.ts';
import { ministerialMeeting } from './ministerial-meeting.ts';
import { passportServiceDaySandakan } from './passport-service-day-sandakan.ts';
import { safeTravelUpdate } from './safe-travel-update.ts';
import type { Scene } from './scene.ts';
import { tradeExpoNairobi } from './trade-expo-nairobi.ts';
import { voterRegistrationHongKong } from './voter-registration-hong-kong.ts';

const SCENES: Readonly<Record<string, Scene>> = {
  'batik-workshop-buenos-aires': batikWorkshopBuenosAires,
  'culture-night-wellington': cultureNightWellington,
  'darmasiswa-scholarship': darmasiswaScholarship,
  'earthquake-advisory': earthquakeAdvisory,
  'film-evening-tokyo': filmEveningTokyo,
  'independence-day-den-haag': independenceDayDenHaag,
  'language-course-cairo': languageCourseCairo,
  'ministerial-meeting': ministerialMeeting,
  'passport-service-day-sandakan': passportServiceDaySandakan,
  'safe-travel-update': safeTravelUpdate,
  'trade-expo-nairobi': tradeExpoNairobi,
  'voter-registration-hong-kong': voterRegistrationHongKong,
};

/** The names of all pictures: those of the files in `demo/posts` without their number, language and ending. */
export const PICTURE_NAMES = Object.keys(SCENES);

export interface Drawing {
  /** SVG of 1600 × 1000, without words, fonts or anything from elsewhere. */
  svg: string;
  /** What it shows, by BCP 47 tag: Indonesian, English, and the language of the post where that is another. */
  alt: Record<string, string>;
}

/** The picture of a sample post, the same at every call; `undefined` for a name we have none of. */
export function drawPicture(name: string): Drawing | undefined {
  const scene = Object.hasOwn(SCENES, name) ? SCENES[name] : undefined;
  return scene && { svg: scene.draw(), alt: scene.alt };
}
