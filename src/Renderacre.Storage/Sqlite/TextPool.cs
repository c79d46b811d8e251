using System.Text;

namespace Renderacre.Storage.Sqlite;

/// <summary>Makes one string of texts that rows repeat, and allocates nothing for one it has.</summary>
internal sealed class TextPool
{
    private const int LengthMax = 256;

    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    /// <summary>The text of a column.</summary>
    public string Text(SqliteStatement row, int column)
    {
        ReadOnlySpan<byte> bytes = row.Bytes(column);
        if (bytes.Length > LengthMax)
            return row.Text(column);
        Span<char> buffer = stackalloc char[LengthMax];
        ReadOnlySpan<char> text = buffer[..Encoding.UTF8.GetChars(bytes, buffer)];
        var texts = _texts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (texts.TryGetValue(text, out var known))
            return known;
        var made = text.ToString();
        _texts.Add(made);
        return made;
    }
}
