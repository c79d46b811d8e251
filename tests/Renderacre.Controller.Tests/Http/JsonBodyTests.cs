using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Http;

/// <summary>A body is read alike however it comes.</summary>
public sealed class JsonBodyTests
{
    private const string Job = """{"name": "x", "tasks": [{"name": "a", "command": {"executable": "e"}}]}""";

    [Fact]
    public async Task A_body_that_comes_in_pieces_is_read_as_one_that_comes_whole()
    {
        await using TestController controller = await TestController.StartAsync();
        using TcpClient client = await ConnectAsync(controller);
        byte[] body = Encoding.UTF8.GetBytes(Job);
        await client.Client.SendAsync(Head(controller, "Content-Length", body.Length));
        // Each piece is a packet of its own, so that some are read before others are there.
        client.NoDelay = true;
        foreach (byte[] piece in body.Chunk(7))
            await client.Client.SendAsync(piece);
        Assert.StartsWith("HTTP/1.1 200", await AnswerAsync(client), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chunked_body_is_read()
    {
        await using TestController controller = await TestController.StartAsync();
        using TcpClient client = await ConnectAsync(controller);
        await client.Client.SendAsync(Head(controller, "Transfer-Encoding", "chunked"));
        foreach (char[] piece in Job.Chunk(10))
            await client.Client.SendAsync(Encoding.UTF8.GetBytes($"{piece.Length:x}\r\n{new string(piece)}\r\n"));
        await client.Client.SendAsync("0\r\n\r\n"u8.ToArray());
        Assert.StartsWith("HTTP/1.1 200", await AnswerAsync(client), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_byte_order_mark_before_the_body_is_skipped()
    {
        await using TestController controller = await TestController.StartAsync();
        using TcpClient client = await ConnectAsync(controller);
        Assert.StartsWith(
            "HTTP/1.1 200", await PostAsync(controller, client, $"\uFEFF{Job}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_goes_on_after_a_malformed_body()
    {
        await using TestController controller = await TestController.StartAsync();
        using TcpClient client = await ConnectAsync(controller);
        string refused = await PostAsync(controller, client, """{"name": "x", "tasks": [}""");
        Assert.StartsWith("HTTP/1.1 400", refused, StringComparison.Ordinal);
        Assert.Contains("line 1, column 25", refused, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200", await PostAsync(controller, client, Job), StringComparison.Ordinal);
    }

    private static async Task<TcpClient> ConnectAsync(TestController controller)
    {
        var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", controller.Http.BaseAddress!.Port, TestController.Stop);
        return client;
    }

    private static byte[] Head(TestController controller, string name, object value) => Encoding.ASCII.GetBytes(
        string.Create(CultureInfo.InvariantCulture,
            $"POST /v1/jobs HTTP/1.1\r\nHost: {controller.Http.BaseAddress!.Authority}\r\n")
        + string.Create(CultureInfo.InvariantCulture, $"Content-Type: application/json\r\n{name}: {value}\r\n\r\n"));

    private static async Task<string> PostAsync(TestController controller, TcpClient client, string text)
    {
        byte[] body = Encoding.UTF8.GetBytes(text);
        await client.Client.SendAsync((byte[])[.. Head(controller, "Content-Length", body.Length), .. body]);
        return await AnswerAsync(client);
    }

    // Head and body of an answer that is smaller than the buffer; both come with Content-Length or as chunks.
    private static async Task<string> AnswerAsync(TcpClient client)
    {
        byte[] buffer = new byte[64 << 10];
        int length = 0;
        while (!IsWhole(Encoding.UTF8.GetString(buffer, 0, length)))
        {
            int read = await client.GetStream().ReadAsync(buffer.AsMemory(length), TestController.Stop);
            Assert.NotEqual(0, read);
            length += read;
        }
        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    private static bool IsWhole(string text)
    {
        int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
            return false;
        if (text.Contains("Transfer-Encoding: chunked", StringComparison.Ordinal))
            return text.EndsWith("0\r\n\r\n", StringComparison.Ordinal);
        int at = text.IndexOf("Content-Length: ", StringComparison.Ordinal) + "Content-Length: ".Length;
        int length = int.Parse(text.AsSpan(at, text.IndexOf('\r', at) - at), CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetByteCount(text.AsSpan(end + 4)) == length;
    }
}
