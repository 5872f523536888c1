/** Rows of a list of missions, small enough that a test needs no minute to open them. */
export const MISSIONS = `slug,kind,name_id,name_en,full_name_id,city,country_code,region,timezone,locales,latitude,longitude,accredited_to,source
tokyo,embassy,KBRI Tokyo,Embassy of Indonesia in Tokyo,Kedutaan Besar RI di Tokyo,Tokyo,JP,asia-pacific,Asia/Tokyo,id;en;ja,35.68,139.69,FM,listed
osaka,consulate-general,KJRI Osaka,Consulate General in Osaka,Konsulat Jenderal RI di Osaka,Osaka,JP,asia-pacific,Asia/Tokyo,id;en;ja,34.69,135.50,,listed
berlin,embassy,KBRI Berlin,Embassy of Indonesia in Berlin,Kedutaan Besar RI di Berlin,Berlin,DE,europe,Europe/Berlin,id;en;de,52.52,13.40,,listed
`;
