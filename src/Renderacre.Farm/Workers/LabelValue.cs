using System.Globalization;
using Renderacre.Farm.Requirements;

namespace Renderacre.Farm.Workers;

/// <summary>A label's value, and the parts that commas or semicolons make of it.</summary>
/// <param name="whole">The whole value.</param>
internal sealed class LabelValue(string whole)
{
    private static readonly char[] Separators = [',', ';'];
    private readonly string[] _parts = Sorted(whole);

    /// <summary>The whole value.</summary>
    public string Whole { get; } = whole;

    /// <summary>The quantity that it is, scaled; null where it is no finite number. Read once, as many ask.</summary>
    public long? Amount { get; } = AmountOf(whole);

    /// <summary>Its parts.</summary>
    public IReadOnlyList<string> Parts => _parts;

    /// <summary>Whether it is a value, or one of its parts is.</summary>
    /// <param name="value">The value.</param>
    /// <param name="comparison">Ordinal, with or without regard to case.</param>
    public bool Has(string value, StringComparison comparison) =>
        Whole.Equals(value, comparison) || HasPart(value, comparison);

    /// <summary>Parts that differ in case alone stand beside each other.</summary>
    private bool HasPart(string value, StringComparison comparison)
    {
        int place = Array.BinarySearch(_parts, value, StringComparer.OrdinalIgnoreCase);
        while (place > 0 && _parts[place - 1].Equals(value, StringComparison.OrdinalIgnoreCase))
            place--;
        for (; place >= 0 && place < _parts.Length; place++)
        {
            if (!_parts[place].Equals(value, StringComparison.OrdinalIgnoreCase))
                return false;
            if (_parts[place].Equals(value, comparison))
                return true;
        }

        return false;
    }

    private static long? AmountOf(string whole) =>
        double.TryParse(whole, NumberStyles.Float, CultureInfo.InvariantCulture, out double amount)
            && double.IsFinite(amount)
            ? AmountScale.Scale(amount)
            : null;

    private static string[] Sorted(string whole)
    {
        string[] parts = whole.Split(Separators, StringSplitOptions.TrimEntries);
        Array.Sort(parts, StringComparer.OrdinalIgnoreCase);
        return parts;
    }
}
