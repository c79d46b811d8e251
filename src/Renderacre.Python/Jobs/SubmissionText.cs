using System.Text;
using System.Text.Json;
using Renderacre.Contracts.Json;
using Renderacre.Python.Errors;
using Renderacre.Python.Interop;

namespace Renderacre.Python.Jobs;

/// <summary>
/// Submissions that come as text. They are read to see whether they are ones, and sent as they are: what a newer
/// controller knows and this package does not is kept.
/// </summary>
internal static class SubmissionText
{
    /// <summary>Makes sure that a text is a submission.</summary>
    /// <param name="text">The JSON.</param>
    /// <returns>The text as UTF-8.</returns>
    /// <exception cref="ArgumentValueException">It is none; the message has the field, line and column.</exception>
    public static byte[] Check(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        try
        {
            _ = JsonSerializer.Deserialize(utf8, WireJson.Default.JobSubmit)
                ?? throw new ArgumentValueException("job_json: null is no job");
        }
        catch (JsonException fault)
        {
            throw new ArgumentValueException($"job_json: {JsonFault.Describe(fault)}");
        }

        return utf8;
    }
}
