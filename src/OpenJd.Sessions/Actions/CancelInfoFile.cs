using System.Globalization;

namespace OpenJd.Sessions.Actions;

/// <summary>The file that tells a notified action how long it has. Source: template schemas §5.3.2.</summary>
internal static class CancelInfoFile
{
    public const string Name = "cancel_info.json";

    /// <summary>Writes the file.</summary>
    /// <returns>Null, or why it could not be written: the action is stopped all the same.</returns>
    public static string? TryWrite(string sessionDirectory, DateTimeOffset notifyEnd)
    {
        var time = notifyEnd.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        try
        {
            File.WriteAllText(Path.Combine(sessionDirectory, Name), $"{{\"NotifyEnd\": \"{time}\"}}\n");
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"{Name} could not be written: {error.Message}";
        }
    }
}
