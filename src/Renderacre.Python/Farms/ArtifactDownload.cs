using Renderacre.Client;

namespace Renderacre.Python.Farms;

/// <summary>Copies artifacts into files.</summary>
internal static class ArtifactDownload
{
    /// <summary>Copies one; the file is there once it is whole, and not before.</summary>
    /// <param name="client">Of whom.</param>
    /// <param name="task">The task that made it.</param>
    /// <param name="index">Its place among the task's artifacts, from 0.</param>
    /// <param name="path">Where to; a file that is there is replaced.</param>
    /// <param name="cancellationToken">Ends the copying.</param>
    /// <returns>How many bytes it has.</returns>
    public static async Task<long> SaveAsync(
        FarmClient client, Guid task, int index, string path, CancellationToken cancellationToken)
    {
        var part = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            var length = await WriteAsync(client.ReadArtifactAsync(task, index, cancellationToken), part);
            File.Move(part, path, overwrite: true);
            return length;
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static async Task<long> WriteAsync(IAsyncEnumerable<ReadOnlyMemory<byte>> pieces, string path)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        await foreach (var piece in pieces)
            await file.WriteAsync(piece);
        return file.Length;
    }
}
