import type { FirstWords } from './words.ts';

export const GERMAN: FirstWords = {
  earthquake: [
    'Erdbeben',
    'Erdbeben: {place}',
    'Ein starkes Erdbeben hat sich ereignet: {place}. Nachbeben sind möglich.',
    'Halten Sie sich von beschädigten Gebäuden fern. Folgen Sie den Anweisungen der örtlichen Behörden. Sagen Sie Ihrer Familie und der Vertretung, wie es Ihnen geht, und ob Sie Hilfe brauchen.',
  ],
  tsunami: [
    'Tsunami',
    'Tsunamiwarnung: {place}',
    'Die örtlichen Behörden haben eine Tsunamiwarnung herausgegeben: {place}. Es kann mehr als eine Welle kommen.',
    'Begeben Sie sich sofort auf höher gelegenes Gelände, weg von Küste und Flussmündungen. Kehren Sie erst zurück, wenn die örtlichen Behörden Entwarnung geben.',
  ],
  eruption: [
    'Vulkanausbruch',
    'Vulkanausbruch: {place}',
    'Ein Vulkan ist ausgebrochen: {place}. Ascheregen und Störungen im Flugverkehr sind möglich.',
    'Betreten Sie keine Sperrgebiete und Flusstäler. Schließen Sie die Fenster und schützen Sie Nase und Mund vor Asche. Fragen Sie Ihre Fluggesellschaft nach Ihrem Flug.',
  ],
  flood: [
    'Hochwasser',
    'Hochwasser: {place}',
    'Es herrscht Hochwasser: {place}. Straßen und öffentliche Verkehrsmittel können unterbrochen sein.',
    'Begeben Sie sich auf höher gelegenes Gelände. Gehen und fahren Sie nicht durch fließendes Wasser. Folgen Sie den örtlichen Anweisungen zur Evakuierung.',
  ],
  storm: [
    'Sturm',
    'Sturm im Anzug: {place}',
    'Ein schwerer Sturm wird erwartet: {place}. Strom, Flüge und öffentliche Verkehrsmittel können ausfallen.',
    'Bleiben Sie in einem festen Gebäude und von Fenstern fern. Halten Sie Wasser, Lebensmittel, Medikamente und Dokumente bereit. Reisen Sie nicht, bis der Sturm vorüber ist.',
  ],
  wildfire: [
    'Waldbrand',
    'Waldbrände: {place}',
    'Waldbrände breiten sich aus: {place}. Rechnen Sie mit Rauch und gesperrten Straßen.',
    'Halten Sie sich bereit und gehen Sie sofort, wenn Sie dazu aufgefordert werden. Nehmen Sie Dokumente und Medikamente mit. Schließen Sie die Fenster und meiden Sie Anstrengung im Freien.',
  ],
  health: [
    'Krankheitsausbruch',
    'Gesundheitshinweis: {place}',
    'Ein Krankheitsausbruch wird gemeldet: {place}.',
    'Folgen Sie dem Rat der örtlichen Gesundheitsbehörden. Waschen Sie sich die Hände, meiden Sie Menschenmengen und rufen Sie an, bevor Sie krank zum Arzt gehen.',
  ],
  unrest: [
    'Unruhen',
    'Sicherheitslage: {place}',
    'Es gibt Proteste und Zusammenstöße: {place}. Die Lage kann sich schnell ändern.',
    'Meiden Sie Menschenmengen und Regierungsgebäude. Bleiben Sie an einem sicheren Ort, tragen Sie einen Ausweis bei sich und achten Sie auf Nachrichten der Vertretung.',
  ],
  evacuation: [
    'Bewaffneter Konflikt',
    'Notlage: {place}',
    'Es wird gekämpft: {place}. Die Vertretung bereitet Maßnahmen für indonesische Staatsangehörige vor.',
    'Bleiben Sie an einem sicheren Ort und von Fenstern fern. Halten Sie Reisepass, Geld, Medikamente und Kleidung bereit. Sagen Sie der Vertretung, wo Sie sind, und warten Sie auf Anweisungen; brechen Sie nicht allein auf.',
  ],
  attack: [
    'Terroranschlag',
    'Anschlag: {place}',
    'Es hat einen Anschlag gegeben: {place}. Amtliche Angaben werden noch gesammelt.',
    'Halten Sie sich vom Ort des Geschehens und von belebten Orten fern. Folgen Sie den Anweisungen der Polizei. Sagen Sie Ihrer Familie, wie es Ihnen geht, und verbreiten Sie nichts Unbestätigtes.',
  ],
  accident: [
    'Verkehrsunglück',
    'Verkehrsunglück: {place}',
    'Es hat ein Verkehrsunglück gegeben: {place}. Die Vertretung fragt bei den Behörden nach, ob indonesische Staatsangehörige betroffen sind.',
    'Angehörige, die Nachricht suchen, erreichen uns unter den Nummern auf dieser Seite. Bitte halten Sie vollständige Namen und Reisedaten bereit.',
  ],
  death: [
    'Trauerfall',
    'In memoriam: {place}',
    'In tiefer Trauer geben wir einen Todesfall bekannt: {place}.',
    '',
  ],
  mourning: [
    'Staatstrauer',
    'Staatstrauer',
    'Die Regierung der Republik Indonesien hat Staatstrauer angeordnet. Die Flaggen wehen auf halbmast.',
    '',
  ],
};
