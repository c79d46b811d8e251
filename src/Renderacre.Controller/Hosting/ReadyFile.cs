namespace Renderacre.Controller.Hosting;

/// <summary>Tells whoever started the controller where it answers.</summary>
internal static class ReadyFile
{
    /// <summary>Writes the base URL as the file's one line; readers see the whole of it or no file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="baseUrl">The URL.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public static async Task WriteAsync(string path, string baseUrl, CancellationToken cancellationToken)
    {
        string temporary = $"{path}.{Environment.ProcessId}.tmp";
        await File.WriteAllTextAsync(temporary, $"{baseUrl}\n", cancellationToken);
        File.Move(temporary, path, overwrite: true);
    }
}
