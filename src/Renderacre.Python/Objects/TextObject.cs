using System.Text;
using Renderacre.Python.Interop;

namespace Renderacre.Python.Objects;

/// <summary>str objects.</summary>
internal static unsafe class TextObject
{
    /// <summary>The text of a str.</summary>
    /// <param name="text">The str, borrowed.</param>
    /// <exception cref="PythonErrorException">It has lone surrogates, which UTF-8 cannot hold.</exception>
    public static string Read(nint text)
    {
        using var bytes = Utf8Of(text);
        return Encoding.UTF8.GetString(BytesObject.ContentOf(bytes.Value));
    }

    /// <summary>A bytes object with the text of a str as UTF-8.</summary>
    /// <param name="text">The str, borrowed.</param>
    /// <exception cref="PythonErrorException">It has lone surrogates.</exception>
    public static Reference Utf8Of(nint text) => Reference.Own(PythonApi.TextToUtf8(text));

    /// <summary>Makes a str.</summary>
    /// <returns>The str; owned by the caller.</returns>
    /// <exception cref="PythonErrorException">The bytes are not UTF-8, or memory is short.</exception>
    public static nint From(ReadOnlySpan<byte> utf8)
    {
        fixed (byte* start = utf8)
        {
            var text = PythonApi.TextFromUtf8(start, utf8.Length);
            return text != 0 ? text : throw new PythonErrorException();
        }
    }

    /// <summary>Makes a str; what UTF-8 cannot hold becomes U+FFFD.</summary>
    /// <returns>The str; owned by the caller.</returns>
    public static nint From(string text) => From(Encoding.UTF8.GetBytes(text));
}
