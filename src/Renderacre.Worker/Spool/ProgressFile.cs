using System.Text.Json;
using Microsoft.Win32.SafeHandles;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Sync;

namespace Renderacre.Worker.Spool;

/// <summary>
/// How far the task is that a session's host runs: one line that takes the place of the last. It may be lost.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="access">Who may read it.</param>
/// <param name="written">Called when there is something new in it.</param>
internal sealed class ProgressFile(string path, SpoolAccess access, Action written)
{
    // Some times what the longest message takes: what is longer was not written by a host.
    private const int BytesMax = 4096;

    /// <summary>Writes it down.</summary>
    /// <param name="progress">How far the task is.</param>
    /// <returns>Whether that could be done: not on a full disk.</returns>
    public bool TryWrite(LeaseProgress progress)
    {
        string draft = path + ".tmp";
        try
        {
            using (FileStream file = access.OpenToWrite(draft, 0))
            {
                file.SetLength(0);
                file.Write(JsonSerializer.SerializeToUtf8Bytes(progress, WireJson.Default.LeaseProgress));
            }

            File.Move(draft, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }

        written();
        return true;
    }

    /// <summary>Reads what a host wrote, which another user may have changed since.</summary>
    /// <param name="path">The file.</param>
    /// <returns>How far a task is, or null where that is not told, or not as a host would tell it.</returns>
    public static LeaseProgress? TryRead(string path)
    {
        try
        {
            using SafeFileHandle? file = SpoolFile.TryOpenToRead(path);
            if (file is null)
                return null;
            byte[] bytes = new byte[BytesMax];
            int length = RandomAccess.Read(file, bytes, 0);
            LeaseProgress? told = JsonSerializer.Deserialize(bytes.AsSpan(0, length), WireJson.Default.LeaseProgress);
            return told is not { Percent: < 0 or > 100 } && !(told?.Message?.Length > LeaseProgress.MessageMax)
                ? told
                : null;
        }
        catch (Exception error) when (
            error is IOException or UnauthorizedAccessException or JsonException or NotSupportedException)
        {
            return null;
        }
    }
}
