/** The ministry's clock, by which everybody can tell a moment besides their own. */
export const JAKARTA = 'Asia/Jakarta';
