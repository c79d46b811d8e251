using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace OpenJd.Expressions.Syntax;

/// <summary>
/// The names of Unicode's characters, for <c>\N{…}</c>. They lie in a resource that <c>eng/character_names.py</c>
/// writes: lines <c>NAME;HEX CODE</c>, sorted by name.
/// </summary>
internal static class CharacterNames
{
    private const string Ideograph = "CJK UNIFIED IDEOGRAPH-";
    private const string Syllable = "HANGUL SYLLABLE ";
    private const int MaxLength = 100;
    private static readonly Lazy<byte[]> Lines = new(Load);

    /// <summary>The code of the character of a name, or null where none has it. Case does not matter.</summary>
    public static uint? Find(string name)
    {
        if (name.Length is 0 or > MaxLength || !Ascii.IsValid(name)) return null;
        name = name.ToUpperInvariant();
        if (name.StartsWith(Ideograph, StringComparison.Ordinal)) return FindIdeograph(name[Ideograph.Length..]);
        return name.StartsWith(Syllable, StringComparison.Ordinal)
            ? HangulSyllable.Find(name.AsSpan(Syllable.Length))
            : FindLine(Encoding.ASCII.GetBytes(name));
    }

    private static uint? FindIdeograph(string hex) =>
        hex.Length is 4 or 5
        && uint.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
        && IsIdeograph(code)
            ? code
            : null;

    private static bool IsIdeograph(uint code) => code
        is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0x20000 and <= 0x2A6DF)
        or (>= 0x2A700 and <= 0x2B739) or (>= 0x2B740 and <= 0x2B81D) or (>= 0x2B820 and <= 0x2CEA1)
        or (>= 0x2CEB0 and <= 0x2EBE0) or (>= 0x30000 and <= 0x3134A);

    /// <summary>Halves the text until one line is left.</summary>
    private static uint? FindLine(ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte> lines = Lines.Value;
        while (lines.Length > 0)
        {
            var start = lines[..(lines.Length / 2)].LastIndexOf((byte)'\n') + 1;
            var end = start + lines[start..].IndexOf((byte)'\n');
            var line = lines[start..end];
            var split = line.IndexOf((byte)';');
            var order = name.SequenceCompareTo(line[..split]);
            if (order == 0) return CodeOf(line[(split + 1)..]);
            lines = order < 0 ? lines[..start] : lines[(end + 1)..];
        }

        return null;
    }

    private static uint CodeOf(ReadOnlySpan<byte> hex) =>
        uint.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static byte[] Load()
    {
#pragma warning disable RS0030 // The library's own resource, which is part of its code.
        using var resource = typeof(CharacterNames).Assembly.GetManifestResourceStream(nameof(CharacterNames))
            ?? throw new InvalidOperationException("The names of characters are not in the assembly.");
        using var names = new GZipStream(resource, CompressionMode.Decompress);
        using var lines = new MemoryStream();
        names.CopyTo(lines);
        return lines.ToArray();
#pragma warning restore RS0030
    }
}
