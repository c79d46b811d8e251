using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace Renderacre.EndToEnd.Farms;

/// <summary>A server on this machine that is told things over HTTP and answers 200.</summary>
internal sealed class Listener : IDisposable
{
    private readonly TcpListener _tcp = new(IPAddress.Loopback, 0);
    private readonly Channel<JsonElement> _told = Channel.CreateUnbounded<JsonElement>();

    public Listener()
    {
        _tcp.Start();
        _ = ServeAsync();
    }

    /// <summary>HOST:PORT of it.</summary>
    public string Authority => $"{_tcp.LocalEndpoint}";

    /// <summary>The body of the next request.</summary>
    public async Task<JsonElement> NextAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Eventually.Patience);
        return await _told.Reader.ReadAsync(limit.Token);
    }

    public void Dispose() => _tcp.Dispose();

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                using TcpClient client = await _tcp.AcceptTcpClientAsync();
                await AnswerAsync(client.GetStream());
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException)
            {
                return; // The test is over.
            }
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        int length = 0;
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            const string Field = "Content-Length:";
            if (line.StartsWith(Field, StringComparison.OrdinalIgnoreCase))
                length = int.Parse(line[Field.Length..], System.Globalization.CultureInfo.InvariantCulture);
        }

        // What hooks are told here is ASCII, so that bytes and characters are as many.
        var body = new char[length];
        await reader.ReadBlockAsync(body);
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
        _told.Writer.TryWrite(JsonDocument.Parse(new string(body)).RootElement);
    }
}
