namespace OpenJd.Model.Documents;

/// <summary>Reads YAML 1.2 (core schema) and JSON into one tree.</summary>
public static class DocumentReader
{
    /// <summary>Reads a document. A text that starts with a brace is tried as JSON first, then as YAML.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The root.</returns>
    /// <exception cref="DocumentException">
    /// The text is neither, or beyond the bounds on length, depth and nodes.
    /// </exception>
    public static DocumentNode Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > DocumentLimits.MaxLength)
        {
            throw new DocumentException(
                $"The document has {text.Length} characters; {DocumentLimits.MaxLength} are the most.", 1, 1);
        }

        text = text.TrimStart('\uFEFF');
        CheckCharacters(text);
        return StartsAsJson(text) ? ReadJsonOrYaml(text) : new YamlDocumentReader(text).Read();
    }

    private static bool StartsAsJson(string text) => text.AsSpan().TrimStart() is ['{' or '[', ..];

    private static DocumentNode ReadJsonOrYaml(string text)
    {
        try
        {
            return new JsonDocumentReader(text).Read();
        }
        catch (DocumentException jsonError)
        {
            try
            {
                return new YamlDocumentReader(text).Read();
            }
            catch (DocumentException)
            {
                // Neither: what begins as JSON was most likely meant as JSON.
                throw jsonError;
            }
        }
    }

    private static void CheckCharacters(string text)
    {
        var (line, lineStart) = (1, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character == '\n')
            {
                (line, lineStart) = (line + 1, i + 1);
            }
            else if (i + 1 < text.Length && char.IsSurrogatePair(character, text[i + 1]))
            {
                i++;
            }
            else if (character is < ' ' and not ('\t' or '\r') || char.IsSurrogate(character))
            {
                throw new DocumentException(
                    $"The character U+{(int)character:X4} may not stand in a document.", line, i - lineStart + 1);
            }
        }
    }
}
