namespace Renderacre.Client;

/// <content>Answers as they come.</content>
public sealed partial class FarmClient
{
    /// <summary>
    /// Sends any request of the HTTP interface, and gives the answer unread: for callers that pass documents on, and
    /// must not lose what is newer than this library.
    /// </summary>
    /// <param name="method">GET, POST or DELETE.</param>
    /// <param name="path">The path below the controller's address, from <c>/v1/</c> on, with its query.</param>
    /// <param name="json">The body, JSON as UTF-8, or null for none.</param>
    /// <param name="cancellationToken">Ends the wait; what was asked for may be done all the same.</param>
    public async Task<FarmDocument> RequestAsync(
        HttpMethod method, string path, ReadOnlyMemory<byte>? json, CancellationToken cancellationToken)
    {
        var (body, next) = await _transport.SendDocumentAsync(method, path, json, cancellationToken)
            .ConfigureAwait(false);
        return new FarmDocument(body, next);
    }
}
