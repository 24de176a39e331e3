/** How many trajectories may be drawn on the page. */
export const COUNTS = [200, 1000, 5000] as const;
export const LARGEST_SEED = 999_999;
