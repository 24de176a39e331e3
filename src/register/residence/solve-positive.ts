/**
 * Solution x of A x = b for a symmetric positive definite A, given row after row (the lower triangle is read), by its Cholesky factor (Golub and Van Loan,
 * Matrix Computations, 4.2). Neither is changed.
 */
export function solvePositive(matrix: Float64Array, b: Float64Array): Float64Array {
  const size = b.length;
  const factor = matrix.slice();
  const x = b.slice();
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = factor[row * size + column]!;
      for (let k = 0; k < column; k++) sum -= factor[row * size + k]! * factor[column * size + k]!;
      factor[row * size + column] = row === column ? Math.sqrt(sum) : sum / factor[column * size + column]!;
    }
    for (let k = 0; k < row; k++) x[row]! -= factor[row * size + k]! * x[k]!;
    x[row]! /= factor[row * size + row]!;
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let k = row + 1; k < size; k++) x[row]! -= factor[k * size + row]! * x[k]!;
    x[row]! /= factor[row * size + row]!;
  }
  return x;
}
