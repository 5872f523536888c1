import type { FirstWords } from './words.ts';

export const ENGLISH: FirstWords = {
  earthquake: [
    'Earthquake',
    'Earthquake in {place}',
    'A strong earthquake has struck {place}. Aftershocks are possible.',
    'Keep away from damaged buildings. Follow the instructions of the local authorities. Tell your family and the mission how you are, and say if you need help.',
  ],
  tsunami: [
    'Tsunami',
    'Tsunami warning in {place}',
    'The local authorities have issued a tsunami warning for {place}. There may be more than one wave.',
    'Go to high ground at once, away from the coast and the mouths of rivers. Do not return until the local authorities say that it is safe.',
  ],
  eruption: [
    'Volcanic eruption',
    'Volcanic eruption in {place}',
    'A volcano is erupting in {place}. Ash may fall and flights may be disrupted.',
    'Keep out of closed areas and river valleys. Close windows, and protect nose and mouth from ash. Ask your airline about your flight.',
  ],
  flood: [
    'Flood',
    'Floods in {place}',
    '{place} is flooded. Roads and public transport may be cut off.',
    'Move to higher ground. Do not walk or drive through flowing water. Follow local instructions to evacuate.',
  ],
  storm: [
    'Storm',
    'Storm approaching {place}',
    'A severe storm is expected to reach {place}. Power, flights and public transport may fail.',
    'Stay inside a solid building and away from windows. Have water, food, medicine and documents at hand. Do not travel until the storm has passed.',
  ],
  wildfire: [
    'Wildfire',
    'Wildfires in {place}',
    'Wildfires are spreading in {place}. Expect smoke and closed roads.',
    'Be ready to leave, and leave at once when told to. Take documents and medicine. Close windows and do less outdoors.',
  ],
  health: [
    'Outbreak of disease',
    'Health advice: {place}',
    'An outbreak of disease is reported in {place}.',
    'Follow the advice of the local health authorities. Wash your hands, avoid crowds, and call before you see a doctor if you feel ill.',
  ],
  unrest: [
    'Civil unrest',
    'Security situation in {place}',
    'There are protests and clashes in {place}. The situation can change quickly.',
    'Avoid crowds and government buildings. Stay in a safe place, carry identification, and watch for news from the mission.',
  ],
  evacuation: [
    'Armed conflict',
    'Emergency in {place}',
    'There is fighting in {place}. The mission is preparing steps for Indonesian citizens.',
    'Stay in a safe place and away from windows. Have passport, money, medicine and clothes ready. Tell the mission where you are and wait for instructions; do not set out on your own.',
  ],
  attack: [
    'Terrorist attack',
    'Attack in {place}',
    'There has been an attack in {place}. Official information is still being gathered.',
    'Keep away from the scene and from crowded places. Follow the instructions of the police. Tell your family how you are, and do not spread what is not certain.',
  ],
  accident: [
    'Transport accident',
    'Transport accident in {place}',
    'There has been a transport accident in {place}. The mission is asking the authorities whether Indonesian citizens are concerned.',
    'Families who look for news can reach the numbers on this page. Please have full names and travel details ready.',
  ],
  death: [
    'Bereavement',
    'In memoriam: {place}',
    'It is with deep sorrow that we announce the passing of {place}.',
    '',
  ],
  mourning: [
    'National mourning',
    'National mourning',
    'The Government of the Republic of Indonesia has declared a period of national mourning. Flags fly at half-mast.',
    '',
  ],
};
