using System.Globalization;

namespace OpenJd.Model.Reading;

/// <summary>Lengths and characters of the specification's kinds of text. A character is a code point.</summary>
internal static class TextRules
{
    public const int MaxJobNameLength = 128;
    public const int MaxStringValueLength = 1024;

    public static int Length(string text)
    {
        var pairs = 0;
        foreach (var character in text)
        {
            if (char.IsLowSurrogate(character)) pairs++;
        }

        return text.Length - pairs;
    }

    /// <summary>What is wrong with a text's length, or null.</summary>
    public static string? LengthFault(string what, string text, long min, long max)
    {
        var length = Length(text);
        if (length == 0 && min > 0) return $"{what} cannot be empty.";
        if (length >= min && length <= max) return null;
        var counted = length == 1 ? "1 character" : $"{length} characters";
        return length < min
            ? $"{what} has {counted}; {min} are the fewest."
            : $"{what} has {counted}; {max} are the most.";
    }

    /// <summary>What is wrong with a text's characters, or null: no control characters but the ones excepted.</summary>
    public static string? ControlFault(string what, string text, string except = "")
    {
        foreach (var character in text)
        {
            if (char.IsControl(character) && !except.Contains(character, StringComparison.Ordinal))
            {
                return string.Create(
                    CultureInfo.InvariantCulture, $"{what} cannot hold the control character U+{(int)character:X4}.");
            }
        }

        return null;
    }
}
