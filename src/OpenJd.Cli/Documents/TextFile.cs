using System.Text;

namespace OpenJd.Cli.Documents;

/// <summary>Text files named on the command line.</summary>
public static class TextFile
{
    /// <summary>The largest file that is read.</summary>
    public const long BytesMax = 64 * 1024 * 1024;

    private static readonly UTF8Encoding Strict =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a whole file of UTF-8 text.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="CliException">It is not there, a folder, too large, or no UTF-8 text.</exception>
    public static async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            if (Directory.Exists(path))
                throw CliException.Usage($"{path} is a folder; a file is wanted");
            if (new FileInfo(path).Length > BytesMax)
                throw CliException.Usage($"{path} is larger than {BytesMax} bytes, the most that is read");
            var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
            return Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw CliException.Usage($"there is no file {path}", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw CliException.Usage($"{path} cannot be read: {problem.Message}", problem);
        }
        catch (DecoderFallbackException problem)
        {
            throw CliException.Usage($"{path} is not UTF-8 text (byte {problem.Index})", problem);
        }
    }
}
