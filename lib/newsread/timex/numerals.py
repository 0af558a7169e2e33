"""Numbers written in words: ``twenty-four`` is 24, ``nineteen ninety-six`` a year."""

LONGEST = 10


def number_run(lower: list, values: list, kinds: list, i: int) -> tuple[int, str, str]:
    """(words, class, value) of the number that begins at word ``i``; 0 words if none does."""
    j, parts = i, []
    if lower[i][0].isdigit():
        return figure_and_scale(values, kinds, i)
    if kinds[i] == "a":
        if i + 1 >= len(kinds) or kinds[i + 1] != "scale":
            return 0, "", ""
        parts, j = [(1, False)], i + 1
    end = j
    while j < len(kinds) and j - i < LONGEST and kinds[j] in ("number", "scale", "ordinal_word"):
        if lower[j][:1].isdigit() and parts:
            break
        if not values[j].isdigit() or len(values[j]) > 7:
            return 0, "", ""
        parts.append((int(values[j]), kinds[j] == "scale"))
        end = j + 1
        if kinds[j] == "ordinal_word":
            return (end - i, "ordinal_word", str(added(parts))) if len(parts) > 1 else (0, "", "")
        j = end
        if j + 1 < len(kinds) and (
            kinds[j] == "hyphen" or (kinds[j] == "and" and parts[-1][0] >= 100)
        ):
            j += 1
    if not parts or (len(parts) == 1 and kinds[i] != "scale"):
        return 0, "", ""
    year = spoken_year(parts)
    if year:
        return end - i, "year", str(year)
    return end - i, "number", str(added(parts))


def figure_and_scale(values: list, kinds: list, i: int) -> tuple[int, str, str]:
    """``2 million``, ``3.5 thousand``: a figure and the word that multiplies it."""
    if i + 1 >= len(kinds) or kinds[i + 1] != "scale":
        return 0, "", ""
    return 2, "decimal", f"{float(values[i]) * int(values[i + 1]):.10g}"


def spoken_year(parts: list[tuple[int, bool]]) -> int:
    """1996 for nineteen, ninety, six; 0 for a number that is not said as a year."""
    numbers = [number for number, scale in parts if not scale]
    if len(numbers) != len(parts) or len(parts) not in (2, 3) or not 10 <= numbers[0] <= 20:
        return 0
    tens, ones = numbers[1], sum(numbers[2:])
    if (20 <= tens <= 90 and ones < 10) or (10 <= tens < 20 and not ones):
        return numbers[0] * 100 + tens + ones
    return 0


def added(parts: list[tuple[int, bool]]) -> int:
    """234 for two, hundred, thirty, four."""
    total, below = 0, 0
    for number, scale in parts:
        if scale and number >= 1000:
            total, below = total + max(below, 1) * number, 0
        elif scale:
            below = max(below, 1) * number
        else:
            below += number
    return total + below
