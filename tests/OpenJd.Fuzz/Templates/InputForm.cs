using System.Text;
using OpenJd.Model.Documents;

namespace OpenJd.Fuzz.Templates;

/// <summary>
/// The forms in which a document comes: text, bytes or a stream, and bytes of other encodings. The input's length says
/// which, so that an input is always read in the same way.
/// </summary>
internal static class InputForm
{
    private const int Forms = 16;

    public static DocumentNode Read(string input)
    {
        switch (input.Length % Forms)
        {
            case 0:
                return DocumentReader.Read(Encoding.UTF8.GetBytes(input));
            case 1:
                return DocumentReader.Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(input)]);
            case 2:
                using (var stream = new MemoryStream(Encoding.UTF8.GetBytes(input)))
                    return DocumentReader.Read(stream);
            case 3:
                return DocumentReader.Read(Encoding.Latin1.GetBytes(input));
            case 4:
                return DocumentReader.Read([.. Encoding.UTF8.GetBytes(input), 0xC3, 0x28]);
            case 5 when input.Length % (Forms * 8) == 5:
                return DocumentReader.Read(Encoding.Unicode.GetBytes(input));
            case 6 when input.Length % (Forms * 8) == 6:
                return DocumentReader.Read([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(input)]);
            case 7 when input.Length % (Forms * 8) == 7:
                return DocumentReader.Read([0, 0, 0xFE, 0xFF, .. Encoding.UTF32.GetBytes(input)]);
            default:
                return DocumentReader.Read(input);
        }
    }
}
